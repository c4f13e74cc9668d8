import { useTranslation } from 'react-i18next'
import { type FieldProps, useField, useFilling } from './filling.ts'
import { held, listOf, writtenText } from './read-cell.ts'

/** Files are joined on the page of the dossier: here, what is expected, and what is there already. */
export function ExpectedFile({ field }: FieldProps) {
  const { name, label, hint, fault } = useField(field)
  const { answers } = useFilling()
  const { t } = useTranslation('dispositifs')
  const files = listOf(answers[field.key])
  return (
    <div className="field expected" id={name} data-field={name} tabIndex={-1}>
      <p className="field-label">{label}</p>
      {hint ? <p className="small muted">{hint}</p> : null}
      {files.length > 0 ? (
        <ul>
          {files.map((file) => (
            <li key={writtenText(held(file, 'id'))}>{writtenText(held(file, 'name'))}</li>
          ))}
        </ul>
      ) : null}
      <p className="small">{t('form.fileElsewhere', { count: field.max ?? 5 })}</p>
      {fault ? <p className="fault">{fault}</p> : null}
    </div>
  )
}
