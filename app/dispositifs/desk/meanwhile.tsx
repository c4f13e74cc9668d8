import { useTranslation } from 'react-i18next'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { AnswersRead } from '../form/answers-read.tsx'

export type Theirs = {
  about: { name: string; said: string }[]
  definition: FormDefinition
  answers: Record<string, unknown>
}

/** Told above a form whose dossier somebody else saved meanwhile. */
export function Meanwhile({ theirs, team }: { theirs: Theirs; team: { id: string; name: string }[] }) {
  const { t } = useTranslation('dispositifs')
  const both = theirs.about.length > 0 || theirs.definition.sections.length > 0
  const said = ({ name, said }: Theirs['about'][number]) =>
    (name === 'assigneeId' ? team.find(({ id }) => id === said)?.name : said) || t('form.noAnswer')
  return (
    <div className="notice bad stack" role="alert">
      <p>{t('meanwhile.lead')}</p>
      {both ? <p>{t('meanwhile.both')}</p> : null}
      {theirs.about.length > 0 ? (
        <dl>
          {theirs.about.map((one) => (
            <div key={one.name}>
              <dt>{t(`field.${one.name}`)}</dt>
              <dd>{said(one)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <AnswersRead definition={theirs.definition} answers={theirs.answers} />
    </div>
  )
}
