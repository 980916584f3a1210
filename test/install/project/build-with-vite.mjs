import { build } from 'vite'

// Vite's command line sets NODE_ENV to the mode, too.
const mode = process.env.MODE || 'production'
process.env.NODE_ENV = mode
await build({ mode })
