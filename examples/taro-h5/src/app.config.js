export default { pages: ['pages/index/index'], window: { navigationStyle: 'custom' } }
