import { days } from '#packages/referentials/dates.ts'
import type { Judgement } from '#server/dispositifs/rule/judge-dossier.ts'
import type { Locale } from '../i18n.ts'
import { money, share, type Translate } from './figures.ts'

/** How the keys of a rule's documents and codes of countries are written for this reader. */
export type Labels = {
  documents: Readonly<Record<string, string>>
  countries: Readonly<Record<string, string>>
}

/**
 * What a judgement found, in words: « Indiqué : de 14 à 26 ans ». Empty where the verdict says it all. Kept
 * apart from the words of rules, so that a public page does not fetch lists of countries to say it.
 */
export function foundWords(judgement: Judgement, t: Translate, locale: Locale, labels: Labels): string {
  const { kind, found } = judgement
  const number = (key: string) => (typeof found[key] === 'number' ? (found[key] as number) : null)
  const text = (key: string) => (typeof found[key] === 'string' ? (found[key] as string) : null)
  const some = (key: string) => (Array.isArray(found[key]) ? (found[key] as string[]) : [])
  const amount = (key: string) => (number(key) === null ? null : money(number(key)!, locale))
  const said = (value: number | string | null) =>
    value === null ? '' : t('dispositifs:public.found.said', { value })

  switch (kind) {
    case 'ages': {
      const [youngest, oldest] = [number('youngest'), number('oldest')]
      if (youngest !== null && oldest !== null)
        return t('dispositifs:public.found.ages', { youngest, oldest })
      const age = youngest ?? oldest
      return age === null ? '' : t('dispositifs:public.found.age', { age })
    }
    case 'head_count':
      return said(number('people'))
    case 'budget_share': {
      const points = number('basisPoints')
      if (points === null) return ''
      const put = {
        share: share(points, locale),
        requested: amount('requestedCents'),
        base: amount('baseCents'),
      }
      return t('dispositifs:public.found.share', put)
    }
    case 'amount_ceiling':
      return said(amount('requestedCents'))
    case 'action_dates': {
      const day = (key: string) => text(key) && days(locale, 'UTC', 'long').format(new Date(text(key)!))
      const [from, to] = [day('startsOn'), day('endsOn')]
      if (from && to) return t('dispositifs:public.found.dates', { from, to })
      return said(from || to)
    }
    case 'action_days': {
      const [count, stay] = [number('days'), number('stay')]
      if (stay !== null && (count === null || count > stay))
        return t('dispositifs:public.found.stay', { stay })
      return said(count)
    }
    case 'files_per_holder':
      return said(number('files'))
    case 'documents': {
      const lacking = [...some('missing'), ...some('unseen')].map((key) => labels.documents[key] ?? key)
      return lacking.length ? t('dispositifs:public.found.lacking', { list: lacking.join(', ') }) : ''
    }
    case 'countries': {
      const refused = some('refused').map((code) => labels.countries[code] ?? code)
      return refused.length ? t('dispositifs:public.found.refused', { list: refused.join(', ') }) : ''
    }
    default:
      return ''
  }
}
