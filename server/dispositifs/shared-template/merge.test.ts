import { describe, expect, it } from 'vitest'
import type { Field, FormDefinition } from '../form/form.schema.ts'
import { changedOf, departuresIn } from './locked-pieces.ts'
import { mergeForms } from './merge-form.ts'
import { mergeKeyed } from './merge-keyed.ts'

type One = { key: string; says: string }
const list = (...all: string[]): One[] =>
  all.map((one) => {
    const [key = '', says = ''] = one.split('=')
    return { key, says }
  })
const said = (all: One[]) => all.map(({ key, says }) => (says ? `${key}=${says}` : key)).join(' ')
const merged = (base: string, ours: string, theirs: string) => {
  const [was, has, is] = [base, ours, theirs].map((one) => list(...one.split(' ').filter(Boolean)))
  const { merged: all, clashes } = mergeKeyed(was!, has!, is!)
  return [
    said(all),
    clashes.map(({ how, key, to }) => `${how} ${key}${to === key ? '' : ` ${to}`}`).join(', '),
  ]
}

describe('A list of three ages', () => {
  it.each([
    ['takes what the template adds, changes and removes', 'a b c', 'a b c', 'a=1 c d', 'a=1 c d', ''],
    ['keeps what the network added, beside what it stood beside', 'a b', 'a mine b', 'b a', 'b a mine', ''],
    ['keeps an addition whose neighbour is gone', 'a b c', 'a b mine c', 'a c', 'a mine c', ''],
    ['keeps an addition that comes first', 'a', 'mine a', 'a b', 'mine a b', ''],
    ['keeps several in their order', 'a', 'a x y z', 'a b', 'a x y z b', ''],
    ['keeps what the network changed alone', 'a b', 'a=2 b', 'a b=1', 'a=2 b=1', ''],
    ['asks nothing where both changed alike', 'a', 'a=1', 'a=1', 'a=1', ''],
    ['keeps the network’s where both changed, and tells', 'a', 'a=2', 'a=1', 'a=2', 'kept a'],
    ['keeps what the network changed and the template removes', 'a b', 'a=2 b', 'b', 'a=2 b', 'kept a'],
    ['leaves out what the network removed', 'a b', 'b', 'a b', 'b', ''],
    ['tells when the template changed what was removed', 'a b', 'b', 'a=1 b', 'b', 'left_out a'],
    [
      'keeps both of one name, the network’s under another',
      'a',
      'a x=mine',
      'a x=its',
      'a x_2=mine x=its',
      'renamed x x_2',
    ],
  ])('%s', (_, base, ours, theirs, wanted, clashes) => {
    expect(merged(base, ours, theirs)).toEqual([wanted, clashes])
  })

  it('never loses a word of the network, whatever changed on both sides', () => {
    const words = ['', 'a', 'a=1', 'a=2', 'a b', 'b a=1', 'x', 'a x=1', 'b x=2 c', 'c b a']
    for (const base of words)
      for (const ours of words)
        for (const theirs of words) {
          const [all] = merged(base, ours, theirs)
          const was = base.split(' ')
          const own = ours.split(' ').filter((one) => one && !was.includes(one))
          const says = all!.split(' ').map((one) => one.replace(/_\d+/, ''))
          for (const one of own) expect(says, `${base} | ${ours} | ${theirs}`).toContain(one)
          expect(new Set(all!.split(' ').map((one) => one.split('=')[0])).size).toBe(all!.split(' ').length)
        }
  })
})

const field = (key: string, more: Partial<Field> = {}): Field => ({
  ...{ key, type: 'short_text', required: false, label: { fr: key, en: key } },
  ...more,
})
const form = (sections: Record<string, Field[]>): FormDefinition => ({
  sections: Object.entries(sections).map(([key, fields]) => ({ key, title: { fr: key, en: key }, fields })),
})
const shape = ({ sections }: FormDefinition) =>
  Object.fromEntries(sections.map(({ key, fields }) => [key, fields.map((one) => one.key).join(' ')]))

describe('A form of three ages', () => {
  const base = form({ project: [field('title'), field('place')], money: [field('asked')] })

  it('keeps the section and the questions of the network among those of the template', () => {
    const ours = form({
      project: [field('title'), field('ours'), field('place')],
      region: [field('why')],
      money: [field('asked')],
    })
    const theirs = form({
      project: [field('title'), field('place')],
      stay: [field('dates')],
      money: [field('asked')],
    })
    const made = mergeForms(base, ours, theirs)
    expect(shape(made.form)).toEqual({
      ...{ project: 'title ours place', region: 'why', stay: 'dates', money: 'asked' },
    })
    expect([...made.fields, ...made.sections]).toEqual([])
  })

  it('keeps a section that the template removes for the questions the network has in it, and tells', () => {
    const ours = form({ project: [field('title'), field('place')], money: [field('asked'), field('ours')] })
    const made = mergeForms(base, ours, form({ project: [field('title'), field('place')] }))
    expect(shape(made.form)).toEqual({ project: 'title place', money: 'ours' })
    expect(made.sections).toMatchObject([{ key: 'money', how: 'kept', theirs: null }])
  })

  it('puts back a section that the network removed, when the template asks something new in it', () => {
    const ours = form({ project: [field('title'), field('place')] })
    const made = mergeForms(
      base,
      ours,
      form({ project: [field('title'), field('place')], money: [field('asked'), field('new')] }),
    )
    expect(shape(made.form)).toEqual({ project: 'title place', money: 'new' })
  })

  it('lets a question of the network follow its own, which had to change its key', () => {
    const showIf = { field: 'x', is: 'filled' } as const
    const ours = form({
      project: [
        field('title'),
        field('place'),
        field('x', { help: { fr: 'o', en: 'o' } }),
        field('then', { showIf }),
      ],
      money: [field('asked')],
    })
    const theirs = form({ project: [field('title'), field('place'), field('x')], money: [field('asked')] })
    const made = mergeForms(base, ours, theirs)
    expect(shape(made.form).project).toBe('title place x_2 then x')
    expect(made.form.sections[0]?.fields.find(({ key }) => key === 'then')?.showIf?.field).toBe('x_2')
  })
})

describe('What comes from a template', () => {
  it('is told when it changes, leaves, or changes places; what stands between is free', () => {
    expect(changedOf(list('a', 'b'), list('a', 'mine', 'b'))).toEqual([])
    expect(changedOf(list('a', 'b'), list('a=1', 'b'))).toEqual(['a'])
    expect(changedOf(list('a', 'b'), list('b'))).toEqual(['a'])
    expect(changedOf(list('a', 'b'), list('b', 'a'))).toEqual(['b', 'a'])
  })

  it('holds a question in its section, and a section in its words', () => {
    const base = form({ one: [field('a')], two: [field('b')] })
    expect(departuresIn('form', base, form({ one: [field('a'), field('b')], two: [] }))).toEqual(['b'])
    expect(
      departuresIn('form', base, form({ one: [field('a')], mine: [field('x')], two: [field('b')] })),
    ).toEqual([])
  })
})
