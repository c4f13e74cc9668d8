import { beforeAll, expect } from 'vitest'
import { tellNewerTemplates } from '#server/dispositifs/shared-template/tell-templates.server.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from './database.ts'
import { decoded } from './html-elements.ts'
import { form, signedIn, startApp, type TestApp } from './http.ts'
import { staffOf } from './published.ts'

export type Fields = Record<string, string | string[]>

/** Of a test file: a database, and somebody at the desk of the conference and of two networks. */
export function useTemplates() {
  const database = useDatabase()
  const here = {} as { app: TestApp }
  const desks = new Map<string, { staff: StaffContext; cookie: string }>()
  beforeAll(async () => {
    here.app = await startApp()
    for (const slug of ['cirrma', 'so-cooperation', 'gescod']) {
      const staff = await staffOf(database.superuser, slug)
      desks.set(slug, { staff, cookie: await signedIn(here.app, staff.account) })
    }
  })
  const rows = async (text: string, values: unknown[] = []) =>
    (await database.superuser.query(text, values)).rows

  function desk(slug: string) {
    const base = `/${slug}/bureau/dispositifs`
    const headers = () => ({ cookie: desks.get(slug)!.cookie })
    const get = (path: string) => here.app.request(path, { headers: headers() })
    const read = async (path: string) => {
      const answer = await get(path)
      expect(answer.status, path).toBe(200)
      return decoded(await answer.text()).replace(/[\u00a0\u202f]/g, ' ')
    }
    const send = (path: string, fields: Fields) =>
      here.app.request(path, { method: 'POST', body: form(fields), headers: headers() })
    /** What the page says it saw: the draft of that part, or of all of them. */
    async function seen(page: string) {
      const id = page.slice(base.length + 1).split('/')[0]
      const kind = page.endsWith('/formulaire') ? 'form' : page.endsWith('/regles') ? 'rules' : null
      const drafts = await rows(
        `select updated_at from dispositif_revision where dispositif_id = $1 and published_at is null
          and kind = coalesce($2, kind) order by array_position(array['form', 'rules', 'grid'], kind)`,
        [id, kind],
      )
      return drafts.map((draft) => draft.updated_at.toISOString()).join(' ')
    }
    const act = async (page: string, acte: string, fields: Fields = {}) =>
      send(page, { vu: await seen(page), acte, ...fields })
    const done = async (page: string, acte: string, fields: Fields = {}) => {
      const answer = await act(page, acte, fields)
      expect(answer.status, `${page} ${acte}: ${answer.status === 302 ? '' : await answer.text()}`).toBe(302)
      return answer.headers.get('location')!
    }
    /** A dispositif made from a template, by the form of the desk. */
    async function takes(template: string, code: string, more: Fields = {}) {
      const created = await send(`${base}/nouveau?modele=${template}`, {
        ...{ code, name: `Dispositif ${code}`, intake: 'elsewhere', contact: 'Sacha Contact', ...more },
      })
      expect(created.status).toBe(302)
      const page = created.headers.get('location')!.split('?')[0]!
      return {
        page,
        id: page.split('/').at(-1)!,
        side: `${page}/modele`,
        form: `${page}/personnaliser/formulaire`,
        rules: `${page}/personnaliser/regles`,
      }
    }
    return { base, get, read, send, act, done, takes, staff: () => desks.get(slug)!.staff }
  }

  /** One of the conference's, shared: its key as others take it. */
  async function shared(code: string, template = 'isi') {
    const cirrma = desk('cirrma')
    const made = await cirrma.takes(template, code)
    await cirrma.done(made.side, 's-ecarter')
    await cirrma.done(made.side, 'partager', { note: 'Première version' })
    const key = `${cirrma.staff().network.id}.${made.id}`
    /** Changes its form or its rules, puts that in force and shares it as the next version. */
    async function publishes(part: 'form' | 'rules', acts: [string, Fields][], note: string) {
      for (const [acte, fields] of acts) await cirrma.done(made[part], acte, fields)
      await cirrma.done(made[part], 'publier')
      await cirrma.done(made.side, 'partager', { note })
    }
    return { ...made, key, publishes }
  }

  const revisions = (id: string, kind: string) =>
    rows(
      `select number, published_at is not null as out, template_version as version, content
       from dispositif_revision where dispositif_id = $1 and kind = $2 order by number`,
      [id, kind],
    )
  const fieldsOf = async (id: string) =>
    ((await revisions(id, 'form')).at(-1)!.content.sections as { fields: { key: string }[] }[]).flatMap(
      ({ fields }) => fields.map(({ key }) => key),
    )
  let first: ReturnType<typeof shared> | undefined
  /** One that nobody changes, shared once for all who take it. */
  const sharedOnce = () => {
    first ??= shared('CONF', 'jsi')
    return first
  }
  /** What the worker does once a version is shared. */
  const told = () => tellNewerTemplates(systemClock)

  return { database, rows, desk, shared, sharedOnce, revisions, fieldsOf, told }
}
