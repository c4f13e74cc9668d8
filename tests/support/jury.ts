import type { Client } from 'pg'
import { beforeAll } from 'vitest'
import { contextOfAccount } from '#server/identity/public.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { runWork } from '#server/kernel/work/run-work.server.ts'
import { WORKS } from '#server/works.ts'
import { useDatabase } from './database.ts'
import { deskOf, idOf } from './desk-dossiers.ts'
import { decoded } from './html-elements.ts'
import { signedIn, startApp, type TestApp } from './http.ts'
import { aPerson } from './people.ts'
import { staffOf } from './published.ts'

type Held = { app: TestApp; staff: StaffContext; cookie: string } & ReturnType<typeof juryOf>

/** The product behind its door on a database of this file's own, its team signed in, and what juries are made of. */
export function useJury() {
  const database = useDatabase()
  const text = async (answer: Response | Promise<Response>) => decoded(await (await answer).text())
  const jury = {
    ...{ database, text },
    read: (path: string) => text(jury.app.request(path, { headers: { cookie: jury.cookie } })),
    to: (answer: Response) => answer.headers.get('location')!.split('?')[0]!,
  } as Held & {
    database: typeof database
    text: typeof text
    read: (path: string) => Promise<string>
    to: (answer: Response) => string
  }
  beforeAll(async () => {
    const app = await startApp()
    const staff = await staffOf(database.superuser, 'so-cooperation')
    const cookie = await signedIn(app, staff.account)
    Object.assign(jury, { app, staff, cookie }, juryOf(app, database.superuser, staff, cookie))
  })
  return jury
}

type Reader = { id: string; cookie: string; email: string; name: string }

/** A pool, a session whose files wait for readers, and what its people send. */
export function juryOf(app: TestApp, superuser: Client, staff: StaffContext, cookie: string) {
  const at = deskOf(app, staff, cookie)
  const { desk, send } = at
  const rows = async (text: string, values: unknown[] = []) => (await superuser.query(text, values)).rows
  return {
    ...{ ...at, rows },
    /** Somebody with the role, put in the pool by the team. */
    async aReader(name: string, organisations = ''): Promise<Reader> {
      const person = await aPerson(superuser, { [staff.network.slug]: 'juror' }, name)
      const answer = await send(`${desk}/vivier/nouveau`, { name, email: person.email, organisations })
      if (answer.status !== 302) throw new Error(await answer.text())
      const [row] = await rows('select id from instructor where email = $1', [person.email])
      return { id: row.id, cookie: await signedIn(app, person), email: person.email, name }
    },
    /** Files led to where they are read. */
    async filesOf(session: string, count: number): Promise<string[]> {
      const files: string[] = []
      for (let nth = 0; nth < count; nth++) {
        const file = await at.aDossier(session)
        for (const [de, vers] of [
          ['submitted', 'complete'],
          ['complete', 'eligible'],
        ] as const)
          await send(file, { intent: 'avancer', de, vers })
        files.push(idOf(file))
      }
      return files
    },
    choose: (session: string, readers: Reader[]) =>
      send(`${session}/instruction`, { intent: 'choisir', instructeur: readers.map(({ id }) => id) }),
    declare: (reader: Reader, session: string, fields: Record<string, string | string[]> = { none: 'oui' }) =>
      app.request(`/${staff.network.slug}/espace/instruction/sessions/${idOf(session)}/liens`, {
        ...{ method: 'POST', headers: { cookie: reader.cookie } },
        body: new URLSearchParams(
          Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
        ),
      }),
    /** Asked by its button, then done by the worker. */
    async distribute(session: string, readers = 2, more: Record<string, string> = {}) {
      await send(`${session}/instruction`, {
        intent: 'regler',
        readers: String(readers),
        dueOn: '2026-03-01',
      })
      const asked = await send(`${session}/instruction`, { intent: 'repartir', ...more })
      const awaited = asked.headers.get('location')!
      const workId = idOf(new URL(awaited, 'http://maillage.test').pathname)
      await runWork({ workId, networkId: staff.network.id }, WORKS, contextOfAccount)
      const [work] = await rows('select state, error_code from long_work where id = $1', [workId])
      if (work.state !== 'done') throw new Error(`distribution: ${work.state} ${work.error_code}`)
      return awaited
    },
    given: async (reader: Reader): Promise<string[]> =>
      (await rows('select dossier_id from assignment where instructor_id = $1 order by 1', [reader.id])).map(
        ({ dossier_id }) => dossier_id,
      ),
    asReader: (reader: Reader, path: string, fields?: Record<string, string>) =>
      app.request(`/${staff.network.slug}/espace/instruction${path}`, {
        headers: { cookie: reader.cookie },
        ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
      }),
  }
}

/** Every mark of a grid at one level between nought and one. */
export async function marks(
  rows: (
    text: string,
    values?: unknown[],
  ) => Promise<{ content: { criteria: { key: string; max: number }[] } }[]>,
  session: string,
  level: number,
) {
  const [grid] = await rows(
    `select r.content from dispositif_revision r join dispositif_session s on s.grid_id = r.id where s.id = $1`,
    [idOf(session)],
  )
  return Object.fromEntries(
    grid!.content.criteria.flatMap(({ key, max }) => [
      [`score_${key}`, String(Math.round(max * level))],
      [`comment_${key}`, 'Parce que c’est dit dans le dossier.'],
    ]),
  )
}
