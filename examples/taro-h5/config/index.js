const { resolve } = require('node:path')

/** This repository is the package. A project that has installed upsdk-kit needs no alias for it. */
const kitOfRepository = { 'upsdk-kit$': resolve(__dirname, '../../../dist/index.js') }

module.exports = {
  projectName: 'upsdk-kit-example-taro-h5',
  date: '2026-11-29',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [],
  alias: kitOfRepository,
  h5: {
    publicPath: '/',
    router: { mode: 'hash' },
    // Taro's router uses these packages, whose syntax old WebViews do not support.
    compile: { include: [(file) => /query-string|filter-obj|decode-uri-component/.test(file)] },
    // What pages import as @tarojs/taro is this file, which has all of it but for three functions.
    webpackChain: (chain) =>
      void chain.resolve.alias.set('@tarojs/taro', resolve(__dirname, '../src/taroCalls.js')),
  },
}
