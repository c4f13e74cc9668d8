import { describe, expect, it } from 'vitest'
import { AWAITING, AWAITING_IN_SPACE } from '#server/awaiting.ts'
import { type Locale, messagesOf } from './messages.ts'
import { repositoryFiles } from './repository.ts'

const files = repositoryFiles()

/** Words of a family that every name given needs: a page asks for the family, so that one name missing stays unseen. */
const lacking = (known: { has: (key: string) => boolean }, family: string, names: string[]) =>
  names.map((name) => `desk:todo.${family}.${name}`).filter((key) => !known.has(key))

/** Kinds of things to do, as capabilities write them in their lines. */
const kinds = files
  .filter(({ path }) => /^server\/.*\.server\.ts$/.test(path))
  .filter(({ text }) => text.includes('TodoProvider'))
  .flatMap(({ text }) => [...text.matchAll(/\bkind: '(\w+)'|'(\w+)' as kind/g)])
  .map(([, one, other]) => one ?? other!)

describe('What awaits somebody', () => {
  it.each<Locale>(['fr', 'en'])(
    'is said in %s, each kind with its reason, its button and its list',
    (locale) => {
      const known = messagesOf(files, locale)
      const listed = [...AWAITING, ...AWAITING_IN_SPACE].flatMap(({ name, all }) => (all ? [name] : []))
      expect(listed).toContain('dispositifs')
      expect(kinds).toContain('dossier_report')
      expect(lacking(known, 'all', listed)).toEqual([])
      expect(lacking(known, 'why', kinds)).toEqual([])
      expect(lacking(known, 'do', kinds)).toEqual([])
      expect(lacking(known, 'all', ['forgotten'])).toEqual(['desk:todo.all.forgotten'])
    },
  )
})
