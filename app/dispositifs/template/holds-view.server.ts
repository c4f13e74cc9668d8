import type { SharedTemplate } from '#server/dispositifs/shared-template/shared-template.schema.ts'
import type { Context } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ruleWords } from '../rule-words.ts'

/** What a template holds, in the words of its reader. */
export function holdsView({ locale }: Context, content: SharedTemplate) {
  const { t } = i18nFor(locale)
  const total = content.grid.criteria.reduce((sum, { weight }) => sum + weight, 0)
  return {
    ...{ funder: content.funder, legalText: content.legalText, intake: content.intake },
    ...{ intakeUrl: content.intakeUrl, aliases: content.aliases, steps: content.steps, jury: content.jury },
    letters: content.letters.length,
    sections: content.form.sections.map(({ key, title, fields }) => ({
      ...{ key, title: title[locale] },
      fields: fields.map((field) => ({
        ...{ key: field.key, type: field.type, label: field.label[locale], required: field.required },
        conditional: field.showIf !== undefined,
      })),
    })),
    rules: content.rules.map((rule) => ({
      ...{ key: rule.key, says: ruleWords(rule, t, locale), why: rule.why[locale] },
      ...{ source: rule.source.text, blocking: rule.blocking },
    })),
    criteria: content.grid.criteria.map(({ key, label, weight, max, eliminatoryBelow }) => ({
      ...{ key, label: label[locale], weight, max, below: eliminatoryBelow },
      share: Math.round((weight / total) * 1000) / 10,
    })),
  }
}

export type HoldsView = ReturnType<typeof holdsView>
