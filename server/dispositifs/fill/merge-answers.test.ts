import { describe, expect, it } from 'vitest'
import { baseOf, basesOf } from './answer-base.ts'
import { mergeAnswers } from './merge-answers.ts'

const open = ['title', 'story']
const seen = (answers: Record<string, unknown>) =>
  Object.fromEntries(open.map((key) => [key, baseOf(answers[key])]))
const FIRST = { title: 'Un', story: 'Deux' }

describe('What two people write', () => {
  it('is the same answer whatever the order of its parts', () => {
    expect(baseOf({ from: '2026-01-01', to: null })).toBe(baseOf({ to: undefined, from: '2026-01-01' }))
    expect(baseOf(undefined)).toBe(baseOf(null))
  })

  it('in different fields stands together', () => {
    const merged = mergeAnswers({
      ...{ standing: { ...FIRST, title: 'Leur titre' }, sent: { ...FIRST, story: 'Mon récit' } },
      ...{ bases: seen(FIRST), open },
    })
    expect(merged).toMatchObject({
      answers: { title: 'Leur titre', story: 'Mon récit' },
      written: ['story'],
      conflicts: [],
    })
  })

  it('in one field is written by nobody before the second chooses, and then keeps what it replaced', () => {
    const given = {
      ...{ standing: { ...FIRST, title: 'Leur titre' }, sent: { ...FIRST, title: 'Le mien' } },
      ...{ bases: seen(FIRST), open },
    }
    expect(mergeAnswers(given)).toMatchObject({
      conflicts: ['title'],
      written: [],
      answers: { title: 'Leur titre' },
    })
    expect(mergeAnswers({ ...given, chosen: { title: 'mine' } })).toMatchObject({
      ...{ conflicts: [], written: ['title'], answers: { title: 'Le mien' } },
      replaced: { title: 'Leur titre' },
    })
    expect(mergeAnswers({ ...given, chosen: { title: 'theirs' } })).toMatchObject({
      ...{ conflicts: [], written: [], answers: { title: 'Leur titre' } },
    })
  })

  it('alike is no quarrel, and what is emptied by one is emptied', () => {
    const same = {
      standing: { ...FIRST, title: 'Ainsi' },
      sent: { ...FIRST, title: 'Ainsi' },
      bases: seen(FIRST),
      open,
    }
    expect(mergeAnswers(same)).toMatchObject({ conflicts: [], written: [] })
    const emptied = mergeAnswers({ standing: FIRST, sent: { title: 'Un' }, bases: seen(FIRST), open })
    expect(emptied.answers).toEqual({ title: 'Un' })
  })

  it('without saying what they saw replaces nothing, and fields that are shut stay', () => {
    const blind = mergeAnswers({
      standing: FIRST,
      sent: { title: 'À l’aveugle' },
      bases: {},
      open: ['title'],
    })
    expect(blind).toMatchObject({ conflicts: ['title'], answers: FIRST })
    const shut = mergeAnswers({
      standing: FIRST,
      sent: { title: 'Moi', story: 'Moi' },
      bases: seen(FIRST),
      open: [],
    })
    expect(shut.answers).toEqual(FIRST)
  })

  it('is known by field, for every field of the form', () => {
    const label = { fr: 'Titre', en: 'Title' }
    const field = { key: 'title', type: 'title' as const, label, required: false }
    const definition = { sections: [{ key: 'one', title: label, fields: [field] }] }
    expect(basesOf(definition, FIRST)).toEqual({ title: baseOf('Un') })
  })
})
