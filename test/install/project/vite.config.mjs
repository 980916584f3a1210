import upsdkKit from 'upsdk-kit/vite'

export default {
  logLevel: 'warn',
  plugins: [upsdkKit()],
  build: {
    outDir: 'out',
    rollupOptions: { input: 'page.js', output: { format: 'iife', entryFileNames: 'page.js' } },
  },
}
