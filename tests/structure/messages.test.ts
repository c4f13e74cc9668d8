import { describe, expect, it } from 'vitest'
import { unknownKeys, unusedKeys } from './keys.ts'
import {
  emptyFaults,
  indexFaults,
  type Locale,
  messagesOf,
  parityFaults,
  placeholderFaults,
  pluralFaults,
} from './messages.ts'
import { rawText } from './raw-text.ts'
import { repositoryFiles } from './repository.ts'

const files = repositoryFiles()
const fr = messagesOf(files, 'fr')
const en = messagesOf(files, 'en')
const texts = (given: object) =>
  messagesOf([{ path: 'app/locales/fr/crm.json', text: JSON.stringify(given) }], 'fr')
const page = (text: string) => [{ path: 'app/crm/page.tsx', text }]

describe('What the product says', () => {
  it('exists in both languages', () => {
    expect(fr.size).toBeGreaterThan(100)
    expect([...parityFaults(fr, en, 'en'), ...parityFaults(en, fr, 'fr')]).toEqual([])
    expect(parityFaults(texts({ a: { b: 'x' } }), texts({ a: { c: 'x' } }), 'en')).toEqual([
      'crm:a.b is missing in en',
    ])
  })

  it('is never empty', () => {
    expect([...emptyFaults(fr), ...emptyFaults(en)]).toEqual([])
    expect(emptyFaults(texts({ a: ' ', b: 'x' }))).toEqual(['crm:a'])
  })

  it('has every plural form of its language', () => {
    expect([...pluralFaults(fr, 'fr'), ...pluralFaults(en, 'en')]).toEqual([])
    const two = texts({ n_one: 'une', n_other: 'des', too_many: 'trop' })
    expect(pluralFaults(two, 'fr')).toEqual(['crm:n_many'])
    expect(pluralFaults(two, 'en')).toEqual([])
  })

  it('expects the same values in both languages', () => {
    expect(placeholderFaults(fr, en)).toEqual([])
    const one = texts({ hello: 'Bonjour {{name}}, {{n, number}}', n_one: 'une', n_other: '{{count}}' })
    const other = texts({ hello: 'Hello {{first}}, {{n}}', n_one: '{{count}}', n_other: '{{count}}' })
    expect(placeholderFaults(one, other)).toEqual(['crm:hello: first, name'])
  })

  it.each<Locale>(['fr', 'en'])('reaches the pages in %s, every namespace of it', (locale) => {
    expect(indexFaults(files, locale)).toEqual([])
    const forgotten = { path: `app/locales/${locale}/forgotten.json`, text: '{}' }
    expect(indexFaults([...files, forgotten], locale)).toEqual([forgotten.path])
  })
})

describe('A page', () => {
  it('asks for texts that exist', () => {
    expect(unknownKeys(files, fr)).toEqual([])
  })

  it('would be caught asking for one that does not, on either side of a choice or for a whole family', () => {
    const known = texts({ yes: 'oui', field: { name: 'Nom' }, count_one: 'une', count_other: 'des' })
    const asks = (key: string) => unknownKeys(page(`const { t } = useTranslation('crm'); t(${key})`), known)
    for (const key of [
      `'yes'`,
      `'crm:yes'`,
      `'count', { count }`,
      'ok ? "yes" : "field.name"',
      `\`field.\${name}\``,
    ]) {
      expect(asks(key), key).toEqual([])
    }
    for (const key of [
      `'no'`,
      `'common:yes'`,
      'ok ? "yes" : "no"',
      `\`fields.\${name}\``,
      'anything',
      `\`\${any}\``,
    ]) {
      expect(asks(key), key).toHaveLength(1)
    }
  })

  it('leaves no text that nothing asks for', () => {
    expect(unusedKeys(files, fr)).toEqual([])
    const known = texts({ a: 'x', b_one: 'y', b_other: 'z', c: { d: 'e' } })
    const asked = page(`const { t } = useTranslation('crm'); t('b', { count }); t(\`c.\${key}\`)`)
    expect(unusedKeys(asked, known)).toEqual(['crm:a'])
  })

  it('says nothing that is not in the translations', () => {
    expect(rawText(files)).toEqual([])
  })

  it('would be caught saying something of its own, between tags, in an attribute, in a choice or as a title', () => {
    for (const text of [
      'const x = <p>Bonjour</p>',
      'const x = <p>{"Bonjour"}</p>',
      'const x = <p>{ok ? t("a") : "Bonjour"}</p>',
      `const x = <p>{name || \`\${n} structures\`}</p>`,
      'const x = <img alt="Logo" />',
      'const x = <input aria-label={ok ? "Chercher" : t("b")} />',
      'export const meta = () => [{ title: "Accueil" }]',
    ]) {
      expect(rawText(page(text)), text).toHaveLength(1)
    }
  })

  it('may join texts with signs, and name classes, addresses and keys', () => {
    for (const text of [
      'const x = <p className="muted">{a} — {b} · {t("key")}</p>',
      'const x = <a href="/annuaire" aria-label={t("key")}>{[a, b].join(", ")}</a>',
      `const x = <span>{\` \${t("more", { count })}\`}</span>`,
    ]) {
      expect(rawText(page(text)), text).toEqual([])
    }
  })
})
