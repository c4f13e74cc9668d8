import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const NOBODY = { uid: 65_534, gid: 65_534 }

/** Whom the tests can become: as root, an ordinary user; otherwise the person, who already is one. */
export const ordinaryUser: { uid?: number; gid?: number } = process.getuid?.() === 0 ? NOBODY : {}

/** False where the tests run as root in a folder closed to others: nobody else can start what is there. */
export const othersReachUs =
  spawnSync(
    process.execPath,
    ['--eval', `require('fs').readdirSync(${JSON.stringify(`${ROOT}/node_modules`)})`],
    {
      ...ordinaryUser,
      cwd: '/',
    },
  ).status === 0
