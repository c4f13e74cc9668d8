import type { Change } from '#server/dispositifs/shared-template/changes.ts'
import type { Locale } from '../../i18n.ts'
import type { Translate } from '../figures.ts'
import { ruleWords } from '../rule-words.ts'

export type ChangeLine = { part: Change['part']; text: string }

/** What a version changes, one sentence a change. */
export const changeWords = (changes: Change[], t: Translate, locale: Locale): ChangeLine[] =>
  changes.map((change) => ({ part: change.part, text: sentence(change, t, locale) }))

function sentence(change: Change, t: Translate, locale: Locale): string {
  const say = (key: string, words: Record<string, unknown> = {}) =>
    t(`dispositifs:templates.change.${key}`, words)
  switch (change.part) {
    case 'form': {
      const label = change.label[locale]
      if (change.what === 'reworded')
        return say('reworded', { label, from: 'from' in change ? change.from?.[locale] : '' })
      const effect = !change.what.startsWith('section_') && change.what !== 'changed'
      return effect
        ? t('dispositifs:form.faultAt', {
            field: label,
            fault: t(`dispositifs:papers.builder.effect.${change.what}`),
          })
        : say(change.what, { label })
    }
    case 'rules': {
      const [before, after] = [change.before, change.after].map((rule) => rule && ruleWords(rule, t, locale))
      if (change.what !== 'changed') return say(`rule_${change.what}`, { rule: after ?? before })
      return before === after ? say('rule_reworded', { rule: after }) : say('rule_changed', { before, after })
    }
    case 'grid': {
      if (change.what === 'disagreement')
        return say('disagreement', { before: change.values[0], after: change.values[1] })
      const label = change.label[locale]
      if (change.what === 'reweighted')
        return say('reweighted', { label, before: change.weights[0], after: change.weights[1] })
      if (change.what === 'reworded') return say('reworded', { label, from: change.from?.[locale] })
      return say(`criterion_${change.what}`, { label })
    }
    case 'facts': {
      const field = t(`dispositifs:field.${change.what}`)
      if (change.what === 'intake') return say('intake', { after: t(`dispositifs:intake.${change.after}`) })
      return change.after ? say('fact', { field, after: change.after }) : say('fact_gone', { field })
    }
    case 'letters':
      return say('letter', { letter: t(`dispositifs:follow.letter.${change.what}`) })
  }
}
