import { useTranslation } from 'react-i18next'
import type { Condition, Field, FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { BlankAnswer } from './blank-answer.tsx'
import { conditionWords } from './condition-words.ts'
import { useSaid } from './filling.ts'

/** Every question, with room to answer by hand. */
export function BlankForm({ definition }: { definition: FormDefinition }) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const when = (condition: Condition | undefined) =>
    condition ? <p className="small when">{conditionWords(condition, definition, said, t)}</p> : null
  return (
    <>
      <p className="small">{t('form.requiredNote')}</p>
      {definition.sections.map((section) => (
        <section key={section.key} className="stack">
          <h2>{said(section.title)}</h2>
          {when(section.showIf)}
          {section.intro ? <p className="said">{said(section.intro)}</p> : null}
          {section.fields.map((field) => (
            <Question key={field.key} field={field}>
              {when(field.showIf)}
            </Question>
          ))}
        </section>
      ))}
    </>
  )
}

function Question({ field, children }: { field: Field; children: React.ReactNode }) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const label = said(field.label)
  return (
    <div className="question">
      {children}
      <p className="field-label">{field.required ? t('form.required', { label }) : label}</p>
      {field.help ? <p className="small muted said">{said(field.help)}</p> : null}
      <BlankAnswer field={field} />
    </div>
  )
}
