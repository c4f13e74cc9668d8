import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, startInstance } from './instance.ts'

/** Starts, expects a refusal, and gives what was said. */
async function refusal(env: Record<string, string>, through: 'launcher' | 'server' = 'server') {
  const instance = await startInstance({ env, through })
  expect((await instance.ended).code).toBe(1)
  expect(instance.stdout()).toBe('')
  const said = instance.stderr().trim()
  expect(said).not.toMatch(/^\s+at /m)
  return said
}

describe('A start that cannot be says why in one sentence', () => {
  it('when the port is taken, through the launcher too', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    try {
      expect(await refusal({ PORT: String(port) }, 'launcher')).toBe(
        `Port ${port} is taken: stop what uses it, or start with another one (PORT=3100 npm start).`,
      )
    } finally {
      other.close()
    }
  })

  it('when a setting has a mistake, one line for each', async () => {
    expect(await refusal({ PORT: 'abc', DATABASE_URL: 'localhost/maillage', MAILLAGE_MODE: 'test' })).toBe(
      [
        'PORT must be a number',
        'DATABASE_URL must be a URL starting with postgres:// or postgresql://',
        'MAILLAGE_MODE must be demo or live',
      ].join('\n'),
    )
  })

  it('when the runtime login is given without the owner', async () => {
    expect(await refusal({ DATABASE_APP_URL: 'postgresql://a:b@127.0.0.1/c' })).toBe(
      'DATABASE_APP_URL is set without DATABASE_URL: set both, or neither to use the embedded database',
    )
  })

  it('when nothing listens where DATABASE_URL points', async () => {
    expect(await refusal({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' })).toBe(
      'DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED): check the address and that it runs',
    )
  })

  it('when the data folder is not a folder', async () => {
    const file = join(aFolder(), 'taken')
    writeFileSync(file, '')
    expect(await refusal({ DATA_DIR: file })).toBe(
      `${file} is not a folder: set DATA_DIR to a folder of yours.`,
    )
  })
})
