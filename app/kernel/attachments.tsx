import { Form } from '@remix-run/react'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCEPTED } from '#server/kernel/files/media-types.ts'
import { Field } from '../ui/field.tsx'
import type { ShownFile } from './file-lines.server.ts'

const MOST = 10 * 1024 * 1024

/** The files of a record, and the form that adds one; `action` takes both. */
export function Attachments(props: {
  files: ShownFile[]
  action: string
  fault?: string | null
  /** Who will read them, where it is not the team alone. */
  none?: string
}) {
  const { files, action } = props
  const { t } = useTranslation('kernel')
  const [late, setLate] = useState<string | null>(null)
  const fault = late ?? props.fault
  const measure = (event: ChangeEvent<HTMLInputElement>) =>
    setLate((event.target.files?.[0]?.size ?? 0) > MOST ? 'too_large' : null)
  return (
    <>
      {files.length === 0 ? <p className="muted">{props.none ?? t('files.none')}</p> : null}
      <ul className="stack">
        {files.map((file) => (
          <li key={file.id} className="row">
            <div className="grow">
              {file.held ? <span>{file.name}</span> : <a href={file.href}>{file.name}</a>}
              <div className="small muted">
                {t('files.line', { size: file.size, on: file.on, by: file.by ?? t('someone') })}
              </div>
              {file.held ? <div className="small fault">{t(`files.held.${file.held}`)}</div> : null}
            </div>
            <Form method="post" action={action} encType="multipart/form-data">
              <input type="hidden" name="retirer" value={file.id} />
              <button
                className="btn sm"
                type="submit"
                aria-label={t('files.removeNamed', { name: file.name })}
              >
                {t('files.remove')}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form
        key={files[0]?.id ?? ''}
        method="post"
        action={action}
        encType="multipart/form-data"
        className="stack"
      >
        <Field
          label={t('files.add')}
          hint={t('files.hint')}
          fault={fault ? t(`files.refused.${fault}`) : undefined}
        >
          {(attributes) => (
            <input {...attributes} type="file" name="fichier" accept={ACCEPTED} onChange={measure} />
          )}
        </Field>
        <button className="btn" type="submit" disabled={late !== null}>
          {t('files.send')}
        </button>
      </Form>
    </>
  )
}
