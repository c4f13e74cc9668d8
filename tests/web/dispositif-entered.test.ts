import { describe, expect, it } from 'vitest'
import { usePapers } from '#tests/support/dispositif-papers.ts'

const { rows, told, read, send, to, made, holder } = usePapers()

/** Of the session of `made`: open from 5 January to 5 February 2026, 23:59, in Paris. */
async function enter() {
  const call = await made('jsi')
  const holders = await holder(`Porteuse saisie ${Math.random()}`)
  const page = `${call.session}/saisir`
  return { ...call, page, holders, save: (fields: Record<string, string | string[]>) => send(page, fields) }
}
const submitted = async (path: string) => {
  const [row] = await rows(
    `select state, to_char(submitted_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as at
      from dossier where id = $1`,
    [path.split('/').at(-1)!],
  )
  return row
}

describe('A file entered after the closing', () => {
  it('counts from the day it was deposited on, and within the call on the day it closes', async () => {
    const { save, holders } = await enter()
    const day = { holders, deposited: 'oui', depositedOn: '2026-01-20' }
    expect(await submitted(to(await save(day)))).toEqual({ state: 'submitted', at: '2026-01-20 12:00' })
    expect(await submitted(to(await save({ ...day, depositedTime: '17:45' })))).toMatchObject({
      at: '2026-01-20 17:45',
    })
    const last = { ...day, depositedOn: '2026-02-05' }
    expect(await submitted(to(await save(last)))).toMatchObject({ at: '2026-02-05 12:00' })
    const first = { ...day, depositedOn: '2026-01-05' }
    expect(await submitted(to(await save(first)))).toMatchObject({ at: '2026-01-05 12:00' })
  })

  it('is refused a day to come at its field, and asked again of one before the opening', async () => {
    const { save, holders } = await enter()
    const fields = { holders, deposited: 'oui', 'f.title': 'Ce qui était écrit' }
    const late = await save({ ...fields, depositedOn: '2199-01-20' })
    expect(late.status).toBe(422)
    expect(await told(late)).toContain('Cette date est à venir')
    const early = { ...fields, depositedOn: '2026-01-02' }
    const asked = await save(early)
    expect(asked.status).toBe(422)
    const html = await told(asked)
    expect(html).toContain('avant l’ouverture de la session, le 5 janvier 2026')
    expect(html).toContain('Confirmer quand même')
    expect(html).toContain('Ce qui était écrit')
    const averti = html.match(/name="averti" value="([^"]*)"/)![1]!
    expect(await submitted(to(await save({ ...early, averti })))).toMatchObject({ at: '2026-01-02 12:00' })
  })
})

describe('A structure that the list does not have', () => {
  it('is made from the file that is being entered, and chosen with what was typed kept', async () => {
    const { page, save } = await enter()
    expect(await read(page)).toContain('Créer cette structure')
    const name = `Les semeurs plainement inventés ${Math.random().toString(36).slice(2)}`
    const typed = {
      ...{ 'f.title': 'Le puits partagé', externalNumber: 'N-77', creer: 'oui' },
      ...{
        'structure.name': name,
        'structure.kind': 'association',
        'structure.commune': 'Secondigny (79130)',
      },
    }
    const answer = await save(typed)
    expect(answer.status).toBe(200)
    const html = await told(answer)
    const [one] = await rows('select id, kind, insee from organisation where name = $1', [name])
    expect(one).toMatchObject({ kind: 'association', insee: '79311' })
    expect(html).toContain(name)
    expect(html).toContain('Le puits partagé')
    expect(html).toContain('N-77')
    expect(html).toContain('La structure est choisie')
    const { creer: _, ...rest } = typed
    const saved = await save({ ...rest, holders: one.id })
    expect(saved.status).toBe(302)
  })

  it('is told those it resembles first: one of them is taken, or another is made', async () => {
    const { save } = await enter()
    const name = `Coopérative imaginaire du Marais ${Math.random().toString(36).slice(2)}`
    const known = await holder(name)
    const ask = { 'structure.name': name, 'structure.kind': 'association', 'f.title': 'Gardé' }
    const stopped = await save({ ...ask, creer: 'oui' })
    expect(stopped.status).toBe(409)
    const html = await told(stopped)
    expect(html).toContain('ressemble')
    expect(html).toContain('Gardé')
    const count = async () => (await rows('select 1 from organisation where name = $1', [name])).length
    expect(await count()).toBe(1)
    const taken = await save({ ...ask, prendre: `${known} holders` })
    expect(taken.status).toBe(200)
    expect(await told(taken)).toContain(name)
    expect(await count()).toBe(1)
    expect((await save({ ...ask, creer: 'autre' })).status).toBe(200)
    expect(await count()).toBe(2)
  })

  it('without a name, or in a place that is none, is told at its field and not made', async () => {
    const { save } = await enter()
    const answer = await save({
      ...{ creer: 'oui', 'structure.name': '', 'structure.kind': 'association' },
      'structure.commune': 'Nulleparville',
    })
    expect(answer.status).toBe(422)
    const html = await told(answer)
    expect(html).toContain('Aucune commune ne porte ce nom')
  })
})
