import { type ComponentType, Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers } from '#server/dispositifs/form/answer.schema.ts'
import type { Field, FieldType, FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { isFilled, visibleSections } from '#server/dispositifs/form/form.ts'
import { answerWords } from './answer-words.ts'
import { BudgetRead } from './budget-read.tsx'
import { useSaid } from './filling.ts'
import { HeadCountRead } from './head-count-read.tsx'
import { PartnersRead } from './partners-read.tsx'

export type ReadProps = { answer: unknown }

const TABLES: Partial<Record<FieldType, ComponentType<ReadProps>>> = {
  budget: BudgetRead,
  head_count: HeadCountRead,
  partners: PartnersRead,
}

/** Answers to be read, on a dossier's page or on paper: what the form shows, in its order. */
export function AnswersRead({ definition, answers }: { definition: FormDefinition; answers: Answers }) {
  const said = useSaid()
  return visibleSections(definition, answers).map((section) => (
    <section key={section.key} className="card answers">
      <h2>{said(section.title)}</h2>
      <dl>
        {section.fields.map((field) => (
          <Fragment key={field.key}>
            <dt id={`a.${field.key}`}>{said(field.label)}</dt>
            <dd>
              <Answer field={field} answer={answers[field.key]} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  ))
}

function Answer({ field, answer }: { field: Field; answer: unknown }) {
  const { t, i18n } = useTranslation('dispositifs')
  const isTable = field.type in TABLES && typeof answer === 'object' && answer !== null
  if (!isTable && !isFilled(field, answer) && !isHalf(answer))
    return <span className={field.required ? 'fault' : 'muted'}>{t('form.noAnswer')}</span>
  const Table = TABLES[field.type]
  if (Table && isTable) return <Table answer={answer} />
  const words = answerWords(field, answer, i18n.language === 'en' ? 'en' : 'fr', t)
  if (Array.isArray(words))
    return (
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    )
  return <span className="said">{words}</span>
}

/** Of a stay, one day may be known. */
const isHalf = (answer: unknown) =>
  typeof answer === 'object' &&
  answer !== null &&
  Object.values(answer).some((part) => typeof part === 'string')
