/** A bundler names each function that Vue 2.6 lacks. */
const LACKS = /'getCurrentInstance' (\(imported as 'Vue'\) was not found in|is not exported by) '/

/** Rollup 2 and 3 print this for each library of React's that is for the client. */
const CLIENT = /^(\S+react\.js \(1:0\) )?Module level directives [^\n]*\n$/

/**
 * Projects as people have them: the packages of each, its bundler, and its page in `pages`. `pinned` is saved
 * without a caret; its bundler must print nothing, or only `warnings`, with `nodeOptions` where a new Node needs them.
 */
export const projects = [
  { name: 'Vite 2', page: 'plain', bundler: 'vite', packages: { vite: '2.9.18' } },
  { name: 'Vite 3', page: 'plain', bundler: 'vite', packages: { vite: '3.2.11' } },
  { name: 'Vite 4', page: 'plain', bundler: 'vite', packages: { vite: '4.5.14' } },
  { name: 'Vite 5', page: 'plain', bundler: 'vite', packages: { vite: '5.4.21' } },
  { name: 'Vite 6', page: 'plain', bundler: 'vite', packages: { vite: '6.4.6' } },
  { name: 'Vite 7', page: 'plain', bundler: 'vite', packages: { vite: '7.3.8' } },
  { name: 'Vite 8', page: 'plain', bundler: 'vite', packages: { vite: '8.3.8' } },
  { name: 'webpack 4', page: 'plain', bundler: 'webpack', packages: { webpack: '4.47.0' } },
  { name: 'webpack 5', page: 'plain', bundler: 'webpack', packages: { webpack: '5.112.2' } },
  { name: 'Rspack', page: 'plain', bundler: 'rspack', packages: { '@rspack/core': '2.3.3' } },
  { name: 'Rsbuild', page: 'plain', bundler: 'rsbuild', packages: { '@rsbuild/core': '2.3.2' } },
  {
    name: 'Vue 2.6, Vite 2',
    page: 'vue-2.6',
    bundler: 'vite',
    packages: { vue: '2.6.14', vite: '2.9.18' },
    pinned: { 'vue-template-compiler': '2.6.14' },
    warnings: LACKS,
  },
  {
    name: 'Vue 2.6, webpack 4',
    page: 'vue-2.6',
    bundler: 'webpack',
    packages: { vue: '2.6.14', webpack: '4.47.0' },
    pinned: { 'vue-template-compiler': '2.6.14' },
    warnings: LACKS,
  },
  { name: 'Vue 2.7', page: 'vue-2.7', bundler: 'vite', packages: { vue: '2.7.16', vite: '4.5.14' } },
  { name: 'Vue 3', page: 'vue-3', bundler: 'vite', packages: { vue: '3.5.45', vite: '8.3.8' } },
  {
    name: 'React 16.7',
    page: 'react-16.7',
    bundler: 'vite',
    packages: { react: '16.7.0', 'react-dom': '16.7.0', vite: '2.9.18' },
    warnings: CLIENT,
  },
  {
    name: 'React 16.14',
    page: 'react-16.14',
    bundler: 'vite',
    packages: { react: '16.14.0', 'react-dom': '16.14.0', vite: '4.5.14' },
    warnings: CLIENT,
  },
  {
    name: 'React 19',
    page: 'react-19',
    bundler: 'webpack',
    packages: { react: '19.3.1', 'react-dom': '19.3.1', webpack: '5.112.2' },
  },
  {
    name: 'React 17, Create React App 4',
    page: 'react-16.14',
    bundler: 'react-scripts',
    packages: { react: '17.0.2', 'react-dom': '17.0.2', 'react-scripts': '4.0.3' },
    // Its webpack 4 hashes by MD4.
    nodeOptions: '--openssl-legacy-provider',
  },
  {
    name: 'React 18, Create React App 5',
    page: 'react-19',
    bundler: 'react-scripts',
    packages: { react: '18.3.1', 'react-dom': '18.3.1', 'react-scripts': '5.0.1' },
  },
]
