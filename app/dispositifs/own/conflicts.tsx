import { useTranslation } from 'react-i18next'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { AnswersRead } from '../form/answers-read.tsx'
import { useSaid } from '../form/filling.ts'

type Answers = Readonly<Record<string, unknown>>

/** Both wrote the same answer: the two versions stand side by side, and whoever came second chooses. */
export function Conflicts(props: {
  definition: FormDefinition
  conflicts: string[]
  mine: Answers
  theirs: Answers
  writers: Record<string, string>
}) {
  const { definition, conflicts, mine, theirs, writers } = props
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  if (conflicts.length === 0) return null
  const fields = definition.sections.flatMap((section) => section.fields)
  return (
    <section className="notice bad stack" role="alert" aria-labelledby="deux-versions">
      <h2 id="deux-versions">{t('holder.both.title')}</h2>
      <p>{t('holder.both.text')}</p>
      {fields
        .filter(({ key }) => conflicts.includes(key))
        .map(({ showIf: _, ...field }) => {
          const alone = { sections: [{ key: 'one', title: field.label, fields: [field] }] }
          const writer = writers[field.key] || t('holder.both.somebody')
          return (
            <fieldset key={field.key} className="stack">
              <legend>{said(field.label)}</legend>
              {(['mine', 'theirs'] as const).map((whose) => (
                <div key={whose}>
                  <label className="check">
                    <input type="radio" name={`choix.${field.key}`} value={whose} />
                    <span>{t(`holder.both.${whose}`, { name: writer })}</span>
                  </label>
                  <AnswersRead definition={alone} answers={whose === 'mine' ? mine : theirs} />
                </div>
              ))}
            </fieldset>
          )
        })}
      <p>
        <button className="btn primary" type="submit" name="intent" value="enregistrer">
          {t('holder.both.choose')}
        </button>
      </p>
    </section>
  )
}
