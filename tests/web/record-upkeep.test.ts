import { beforeAll, describe, expect, it } from 'vitest'
import { forgetDeletedUpkeep } from '#server/crm/jobs/forget-deleted-upkeep.server.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { findTags } from '#server/crm/tag/find-tags.server.ts'
import { mergeTags } from '#server/crm/tag/write-tag.server.ts'
import { tasksToDo } from '#server/crm/task/find-tasks.server.ts'
import { removeTask } from '#server/crm/task/remove-task.server.ts'
import { addTask, changeTask, markTask } from '#server/crm/task/write-task.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { findTodo } from '#server/kernel/todo/find-todo.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { historyOf } from '#tests/support/history.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let writer: StaffContext
let colleague: StaffContext
const cookies = new Map<StaffContext, string>()
let id: string

beforeAll(async () => {
  app = await startApp()
  const staff = async (name: string) => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' }, name)
    const ctx = contextOf('so-cooperation', person) as StaffContext
    cookies.set(ctx, await signedIn(app, person))
    return ctx
  }
  writer = await staff('Ada Écrit')
  colleague = await staff('Bo Collègue')
  id = (await createOrganisation(writer, anOrganisation({ name: 'Comité de Dapaong' }))).id
})

const page = async (path: string, who = writer) =>
  asRead(await (await app.request(path, { headers: { cookie: cookies.get(who)! } })).text())
const record = (who = writer) => page(`${DESK}/structures/${id}`, who)
const send = (fields: Record<string, string>, who = writer, path = `${DESK}/structures/${id}`) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie: cookies.get(who)! } })
const one = async <T>(query: string) => (await database.superuser.query(query)).rows[0] as T
const lastId = async (table: string) =>
  (await one<{ id: string }>(`select id from ${table} order by id desc limit 1`)).id
const tasksIn = (html: string) => html.split('id="taches"')[1]!.split('</section>')[0]!
const notesIn = (html: string) => html.split('id="notes"')[1]!.split('id="personnes"')[0]!

describe('A note', () => {
  it('is read on the record with its author, and tells its story', async () => {
    expect((await send({ intent: 'noter', texte: 'Rencontrés à Niort.\nRappeler.' })).status).toBe(302)
    const html = await record()
    expect(notesIn(html)).toContain('Rencontrés à Niort.\nRappeler.')
    expect(notesIn(html)).toContain('Ada Écrit')
    expect(html.split('id="histoire"')[1]).toContain('Note d’Ada Écrit')
  })

  it('that is empty is refused at its field', async () => {
    const answer = await send({ intent: 'noter', texte: '  ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Écrivez la note avant de l’enregistrer.')
  })

  it('is corrected by its author alone', async () => {
    const note = await lastId('organisation_note')
    const fields = { intent: 'corriger_note', note, texte: 'Rencontrés à Poitiers.' }
    expect((await send(fields, colleague)).status).toBe(403)
    expect((await send(fields)).status).toBe(302)
    expect(notesIn(await record())).toContain('Rencontrés à Poitiers.')
  })

  it('is deleted, put back by one click, and erased after a month', async () => {
    const note = await lastId('organisation_note')
    const answer = await send({ intent: 'supprimer_note', note })
    const after = await page(answer.headers.get('location')!.split('#')[0]!)
    expect(notesIn(after)).not.toContain('Poitiers')
    expect(after).toContain('remettre_note')
    await send({ intent: 'remettre_note', note })
    expect(notesIn(await record())).toContain('Poitiers')
    await send({ intent: 'supprimer_note', note })
    await forgetDeletedUpkeep.run()
    expect(await one('select count(*)::int as n from organisation_note')).toEqual({ n: 1 })
    await database.superuser.query(`update organisation_note set deleted_at = now() - interval '31 days'`)
    await forgetDeletedUpkeep.run()
    expect(await one('select count(*)::int as n from organisation_note')).toEqual({ n: 0 })
  })
})

describe('A task', () => {
  it('is given to a colleague, who is told and finds it in what awaits', async () => {
    const fields = {
      intent: 'ajouter_tache',
      titre: 'Rappeler le président',
      echeance: '2026-01-31',
      pour: colleague.account.id,
    }
    expect((await send(fields)).status).toBe(302)
    const todo = await findTodo(colleague, [tasksToDo])
    expect(todo.lines).toMatchObject([
      { kind: 'task_late', title: 'Rappeler le président — Comité de Dapaong' },
    ])
    expect((await findTodo(writer, [tasksToDo])).lines).toEqual([])
    expect(await page('/so-cooperation/espace/notifications', colleague)).toContain('Ada Écrit vous confie')
    expect(await page(`${DESK}/a-faire`, colleague)).toContain('Rappeler le président')
    expect(await page(`${DESK}/a-faire`)).not.toContain('Rappeler le président')
    expect(await page(`${DESK}/a-faire?qui=tous`)).toContain('Rappeler le président')
  })

  it('is refused to somebody who is not of the team, and keeps what was typed', async () => {
    const stranger = await aPerson(database.superuser, { gescod: 'staff' })
    const answer = await send({ intent: 'ajouter_tache', titre: 'Écrire', echeance: '', pour: stranger.id })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Cette personne n’est plus dans l’équipe')
    expect(html).toContain('value="Écrire"')
  })

  it('done joins the story, and is undone by a click', async () => {
    const tache = await lastId('organisation_task')
    await send({ intent: 'faire', structure: id, tache }, colleague, `${DESK}/a-faire`)
    expect(await record()).toContain('Fait : Rappeler le président (Bo Collègue)')
    expect((await findTodo(colleague, [tasksToDo])).total).toBe(0)
    await send({ intent: 'refaire', tache })
    expect((await findTodo(colleague, [tasksToDo])).total).toBe(1)
  })

  it('deleted awaits nobody, is put back by one click, and is erased after a month', async () => {
    const tache = await lastId('organisation_task')
    const answer = await send({ intent: 'supprimer_tache', tache })
    const after = await page(answer.headers.get('location')!.split('#')[0]!)
    expect(after).toContain('remettre_tache')
    expect(tasksIn(after)).not.toContain('Rappeler le président')
    expect((await findTodo(colleague, [tasksToDo])).total).toBe(0)
    expect((await send({ intent: 'faire', tache })).status).toBe(404)
    await send({ intent: 'remettre_tache', tache })
    expect(tasksIn(await record())).toContain('Rappeler le président')
    await send({ intent: 'supprimer_tache', tache })
    await forgetDeletedUpkeep.run()
    expect(await one('select count(*)::int as n from organisation_task')).toEqual({ n: 1 })
    await database.superuser.query(`update organisation_task set deleted_at = now() - interval '31 days'`)
    await forgetDeletedUpkeep.run()
    expect(await one('select count(*)::int as n from organisation_task')).toEqual({ n: 0 })
  })

  it('is changed, marked or deleted while its record is merged, and neither waits for the other for ever', async () => {
    const { id } = await createOrganisation(writer, anOrganisation({ name: 'Comité fusionné' }))
    const about = { dueOn: null, assigneeId: null }
    const { id: task } = await addTask(writer, id, { title: 'Écrire au bureau', ...about })
    const holding = database.superuser
    const blocked = `select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`
    const acts = [
      () => changeTask(writer, id, task, { title: 'Écrire', ...about }),
      () => markTask(writer, id, task, true),
      () => removeTask(writer, id, task),
    ]
    for (const act of acts) {
      await holding.query('begin')
      try {
        // Held as by a merge, which takes what hangs on a record after the record itself.
        await holding.query('select 1 from organisation where id = $1 for update', [id])
        const done = act()
        await expect
          .poll(async () => (await holding.query(blocked)).rows, { timeout: 20_000 })
          .not.toEqual([])
        await holding.query('select 1 from organisation_task where id = $1 for update nowait', [task])
        await holding.query('commit')
        await done
      } finally {
        await holding.query('rollback')
      }
    }
  })

  it('stands in the history of its record, whatever becomes of it', async () => {
    const told = (await historyOf(writer, id)).filter(({ action }) => action.startsWith('task.'))
    expect(told.map(({ action, person }) => [action, person]).reverse()).toEqual([
      ['task.added', 'Ada Écrit'],
      ['task.done', 'Bo Collègue'],
      ['task.reopened', 'Ada Écrit'],
      ['task.removed', 'Ada Écrit'],
      ['task.restored', 'Ada Écrit'],
      ['task.removed', 'Ada Écrit'],
    ])
    const html = await record()
    expect(html).toContain('Tâche ajoutée par Ada Écrit')
    expect(html).toContain('Confiée à : Bo Collègue')
  })

  it('changed tells from what to what, and nothing when nothing changed', async () => {
    await send({ intent: 'ajouter_tache', titre: 'Écrire', echeance: '', pour: '' })
    const fields = { intent: 'changer_tache', tache: await lastId('organisation_task'), pour: '' }
    await send({ ...fields, titre: 'Écrire au maire', echeance: '2026-03-01' })
    await send({ ...fields, titre: 'Écrire au maire', echeance: '2026-03-01' })
    const told = await historyOf(writer, id)
    expect(told.filter(({ action }) => action === 'task.changed').map(({ changes }) => changes)).toEqual([
      { title: { from: 'Écrire', to: 'Écrire au maire' }, dueOn: { from: null, to: '2026-03-01' } },
    ])
  })
})

describe('A tag', () => {
  it('is made by being put on a record, whatever its case, and lists those that wear it', async () => {
    await send({ intent: 'etiqueter', etiquette: 'À relancer' })
    const other = (await createOrganisation(writer, anOrganisation({ name: 'Autre étiquetée' }))).id
    await send({ intent: 'etiqueter', etiquette: 'à RELANCER' }, writer, `${DESK}/structures/${other}`)
    const [tag] = await findTags(writer)
    expect(tag).toMatchObject({ name: 'À relancer', organisations: 2 })
    const list = await page(`${DESK}/structures?etiquette=${tag!.id}`)
    expect(list).toContain('Comité de Dapaong')
    await send({ intent: 'desetiqueter', etiquette: tag!.id })
    await send({ intent: 'desetiqueter', etiquette: tag!.id })
    const told = (await historyOf(writer, id)).filter(({ action }) => action.startsWith('tag.'))
    expect(told.map(({ action, changes }) => [action, changes])).toEqual([
      ['tag.taken_off', { tag: 'À relancer' }],
      ['tag.put_on', { tag: 'À relancer' }],
    ])
    expect(await page(`${DESK}/structures?etiquette=${tag!.id}`)).not.toContain('Comité de Dapaong')
  })

  it('does not take a name that another has, and merges into it', async () => {
    const make = (nom: string) =>
      send({ intent: 'creer', nom, couleur: 'green' }, writer, `${DESK}/etiquettes`)
    expect((await make('Relance')).status).toBe(302)
    const refused = await make('relance')
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Une étiquette porte déjà ce nom')
    const [one, two] = await findTags(writer)
    await mergeTags(writer, one!.id, two!.id)
    expect(await findTags(writer)).toMatchObject([{ name: 'Relance', organisations: 1 }])
  })
})

describe('Who looks after a record', () => {
  it('is said on it, without making it newer', async () => {
    const before = await one("select version, updated_at from organisation where name = 'Comité de Dapaong'")
    await send({ intent: 'suivre', suivi: colleague.account.id })
    expect(await record()).toMatch(new RegExp(`<option value="${colleague.account.id}" selected`))
    expect(
      await one("select version, updated_at from organisation where name = 'Comité de Dapaong'"),
    ).toEqual(before)
    expect(await page(`${DESK}/structures?suivi=${colleague.account.id}`)).toContain('Comité de Dapaong')
  })
})
