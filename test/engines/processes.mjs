/** Starts and ends the processes of a run. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** The running processes. Each leads a group of its own, so that it ends with all that it has started. */
const running = new Set()

const end = (child) => {
  if (!running.delete(child)) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The process has ended by itself.
  }
}
process.on('exit', () => [...running].forEach(end))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

/** Starts a program; what it writes to either stream is in `output`. */
export function start(program, args, { env = {}, cwd } = {}) {
  const child = spawn(program, args, {
    detached: true,
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  /** Ends it; resolves when it has gone, and what it wrote can be taken away. */
  const stop = () => {
    end(child)
    return ended
  }
  const self = { output: '', failed: '', stop }
  const take = (text) => {
    self.output = (self.output + text).slice(-20_000)
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  child.on('error', (error) => {
    self.failed = error.message
  })
  child.on('exit', (code, signal) => {
    self.failed ||= `ended with ${signal || code}`
  })
  /** Waits until it has written something; gives what the pattern found. */
  self.wrote = async (pattern) => {
    for (let tries = 0; tries < 600; tries++) {
      const found = pattern.exec(self.output)
      if (found) return found
      if (self.failed) break
      await wait(50)
    }
    throw new Error(`${program} did not come up: ${self.failed || 'nothing in 30 s'}\n${self.output}`)
  }
  return self
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
