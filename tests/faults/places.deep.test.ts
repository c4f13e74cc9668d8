import { chmodSync, existsSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { copiedCheckout } from './copied-checkout.ts'
import { cookieOf } from './edits.ts'
import { forgetFolder, startInstance } from './instance.ts'
import { ordinaryUser } from './other-user.ts'
import { until } from './until.ts'

const isRoot = process.getuid?.() === 0
const BINARIES_OF_ROOT = '/var/lib/maillage'
const clones: { folder: string; root: string }[] = []
const binariesWereThere = existsSync(BINARIES_OF_ROOT)

afterEach(async () => {
  for (const { folder, root } of clones.splice(0)) {
    chmodSync(folder, 0o755)
    await forgetFolder(join(root, '.data'))
    rmSync(folder, { recursive: true, force: true })
  }
  if (!binariesWereThere) rmSync(BINARIES_OF_ROOT, { recursive: true, force: true })
})

/** True while a program works in this folder. */
const isUsed = (root: string) =>
  readdirSync('/proc').some((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === root
    } catch {
      return false
    }
  })

/**
 * A start in this clone told to stop while it builds the pages; a first one to its end: pages built,
 * demonstration loaded, signed in, stopped; then a second.
 */
async function startsTwice(root: string, as?: { uid?: number; gid?: number }) {
  const env = { DATA_DIR: join(root, '.data') }
  const early = await startInstance({ root, as, env })
  await until(async () => (await early.status('/healthz')) === 200)
  early.kill('SIGTERM')
  expect(await early.ended).toEqual({ code: 0, signal: null })
  expect(early.stderr()).toBe('')
  if (existsSync('/proc')) await until(() => !isUsed(root))
  for (const steps of [
    /^construction : .+\n.+\n.+\ndonnées de démonstration : /m,
    /^migrations : .+ s\nréférentiels : .+ s\n$/m,
  ]) {
    const instance = await startInstance({ root, as, env })
    await instance.ready()
    expect(instance.stderr()).toMatch(steps)
    await cookieOf(instance, 'two@inter.demo', 'maillage-demo')
    instance.kill('SIGTERM')
    expect(await instance.ended).toEqual({ code: 0, signal: null })
    expect(existsSync(join(root, '.data', 'maillage.pid'))).toBe(false)
  }
}

describe('A fresh clone, without a language or a home in its environment, starts', () => {
  it.runIf(isRoot)('for root in a folder closed to others, packages included', async () => {
    const clone = copiedCheckout()
    clones.push(clone)
    await startsTwice(clone.root)
    expect(existsSync(join(clone.root, '.data', 'postgresql'))).toBe(false)
  })

  it('for an ordinary user in a folder of theirs', async () => {
    const clone = copiedCheckout(ordinaryUser.uid)
    clones.push(clone)
    await startsTwice(clone.root, ordinaryUser)
    expect(existsSync(join(clone.root, '.data', 'postgresql', 'data'))).toBe(true)
  })
})
