export default { navigationBarTitleText: '半糖咖啡' }
