import { beforeAll, expect } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { contextOfAccount } from '#server/identity/session/context-of-account.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { runWork } from '#server/kernel/work/run-work.server.ts'
import { WORKS } from '#server/works.ts'
import { useDatabase } from './database.ts'
import { decoded } from './html-elements.ts'
import { form, signedIn, startApp, type TestApp } from './http.ts'
import { memoryFiles } from './memory-files.ts'
import { anOrganisation } from './organisations.ts'
import { staffOf } from './published.ts'

export const DESK = '/so-cooperation/bureau/dispositifs'
export type Fields = Record<string, string | string[]>

const SESSION = {
  ...{ name: 'Session d’essai', year: '2026', opensAt: '2026-01-05T08:00', closesAt: '2026-02-05T23:59' },
  ...{ timeZone: 'Europe/Paris', envelope: '40 000', jury: 'grid', retentionMonths: '60' },
  steps: ['sponsor', 'instruction', 'national', 'advance'],
}

let codes = 0

/** Of a test file: a database, the pages, somebody of the team, and the worker beside them. */
export function usePapers() {
  const database = useDatabase()
  const here = {} as { app: TestApp; staff: StaffContext; cookie: string }
  beforeAll(async () => {
    here.app = await startApp()
    configureFiles(memoryFiles())
    here.staff = await staffOf(database.superuser, 'so-cooperation')
    here.cookie = await signedIn(here.app, here.staff.account)
  })
  const headers = () => ({ cookie: here.cookie })
  const rows = async (text: string, values: unknown[] = []) =>
    (await database.superuser.query(text, values)).rows
  const get = (path: string) => here.app.request(path, { headers: headers() })
  /** As one reads it: unbreakable spaces are spaces. */
  const told = async (response: Response) => decoded(await response.text()).replace(/[\u00a0\u202f]/g, ' ')
  const read = async (path: string) => told(await get(path))
  const send = (path: string, fields: Fields) =>
    here.app.request(path, { method: 'POST', body: form(fields), headers: headers() })
  const to = (response: Response) => response.headers.get('location')!.split('?')[0]!

  async function upload(path: string, files: [string, string | Uint8Array][], fields: Fields = {}) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    for (const [name, bytes] of files) body.append('fichier', new File([bytes as BlobPart], name))
    return here.app.request(path, { method: 'POST', body, headers: headers() })
  }

  /** Does what the worker would: the last work that was asked. */
  async function work() {
    const [{ id, network_id: networkId }] = await rows(
      `select id, network_id from long_work where state = 'waiting' order by created_at desc, id desc limit 1`,
    )
    await runWork({ workId: id, networkId }, WORKS, contextOfAccount)
    const [done] = await rows('select state, error_code, result from long_work where id = $1', [id])
    expect(done).toMatchObject({ state: 'done', error_code: null })
    return done.result as { fileId?: string; path?: string }
  }

  /** A dispositif made from the ready model, and a session of it. */
  async function made(template = 'jsi', intake = 'elsewhere') {
    codes += 1
    const created = await send(`${DESK}/nouveau?modele=${template}`, {
      ...{ code: `P${codes}`, name: 'Dispositif d’essai', intake },
    })
    const page = to(created)
    const session = to(await send(`${page}/sessions/nouvelle`, SESSION))
    return { page, id: page.split('/').at(-1)!, session, sessionId: session.split('/').at(-1)! }
  }

  const holder = async (name: string, more: Parameters<typeof anOrganisation>[0] = {}) =>
    (await createOrganisation(here.staff, anOrganisation({ name, ...more }))).id

  return { database, here, rows, get, read, told, send, to, upload, work, made, holder }
}
