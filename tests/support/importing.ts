import type pg from 'pg'
import { beforeAll, expect } from 'vitest'
import { contextOfAccount } from '#server/identity/session/context-of-account.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { runWork } from '#server/kernel/work/run-work.server.ts'
import { WORKS } from '#server/works.ts'
import { useDatabase } from './database.ts'
import { form, signedIn, startApp, type TestApp } from './http.ts'
import { memoryFiles } from './memory-files.ts'
import { aPerson, contextOf } from './people.ts'

type Desk = ReturnType<typeof importing>

/** Of a test file: a database, the application, and somebody of the team at the pages of imports. */
export function useImports() {
  const database = useDatabase()
  const here = {} as { app: TestApp; staff: StaffContext; cookie: string; desk: Desk }
  beforeAll(async () => {
    here.app = await startApp()
    configureFiles(memoryFiles())
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    here.staff = contextOf('so-cooperation', person) as StaffContext
    here.cookie = await signedIn(here.app, person)
    here.desk = importing(database.superuser, here.app, here.cookie)
  })
  const later = <K extends keyof Desk>(act: K) =>
    ((...given: Parameters<Desk[K]>) =>
      (here.desk[act] as (...all: unknown[]) => unknown)(...given)) as Desk[K]
  const desk: Desk = {
    rows: later('rows'),
    read: later('read'),
    send: later('send'),
    upload: later('upload'),
    work: later('work'),
    checked: later('checked'),
    imported: later('imported'),
    countsOf: later('countsOf'),
  }
  return { database, here, desk }
}

export const IMPORTS = '/so-cooperation/bureau/imports'

/** A person of the team at the pages of imports, and the worker beside them. */
export function importing(superuser: pg.Client, app: TestApp, cookie: string) {
  const rows = async (text: string, values: unknown[] = []) => (await superuser.query(text, values)).rows
  const read = async (path: string) => (await app.request(path, { headers: { cookie } })).text()
  const send = (path: string, fields: Record<string, string | string[]>) =>
    app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })

  async function upload(bytes: string | Uint8Array, name = 'fichier.csv') {
    const body = new FormData()
    body.set('fichier', new File([bytes as BlobPart], name))
    return app.request(IMPORTS, { method: 'POST', body, headers: { cookie } })
  }

  /** Does what the worker would: the last work that was asked. */
  async function work() {
    const [{ id, network_id: networkId }] = await rows(
      `select id, network_id from long_work where state = 'waiting' order by created_at desc limit 1`,
    )
    await runWork({ workId: id, networkId }, WORKS, contextOfAccount)
    const [done] = await rows('select state, error_code from long_work where id = $1', [id])
    expect(done).toEqual({ state: 'done', error_code: null })
  }

  /** From the file to what it would do; `fields` are those of the columns, in their order. */
  async function checked(
    bytes: string | Uint8Array,
    fields?: string[],
    more: Record<string, string> = {},
    values: Record<string, string> = {},
  ) {
    const sent = await upload(bytes)
    const page = sent.headers.get('location')!
    await work()
    const proposed = [...(await read(`${page}/colonnes`)).matchAll(/<select name="champ".*?<\/select>/gs)]
    const champ = fields ?? proposed.map(([html]) => html.match(/value="([^"]*)" selected/)?.[1] ?? '')
    const matched = await send(`${page}/colonnes`, { champ, listes: 'add', type: '', source: '', ...more })
    expect(matched.headers.get('location')).toBe(`${page}/valeurs`)
    await send(`${page}/valeurs`, values)
    await work()
    return page
  }

  async function imported(...given: Parameters<typeof checked>) {
    const page = await checked(...given)
    await send(page, { intent: 'confirmer' })
    await work()
    return page
  }

  async function countsOf(page: string) {
    const id = page.split('/').at(-1)
    const [{ counts }] = await rows('select counts from organisation_import where id = $1', [id])
    const { create, update, same, refused, like } = counts
    return { create, update, same, refused, like }
  }
  return { rows, read, send, upload, work, checked, imported, countsOf }
}
