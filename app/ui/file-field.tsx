import { useNavigate } from '@remix-run/react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'

type Sending = { share: number } | { failed: true } | null

/**
 * A form that sends a file and shows how far it is. Without script it is a plain form; the address it
 * is sent to answers both alike, with a redirect.
 */
export function UploadForm({
  action,
  children,
}: {
  action?: string
  children: (sending: boolean) => ReactNode
}) {
  const { t } = useTranslation('ui')
  const navigate = useNavigate()
  const [sending, setSending] = useState<Sending>(null)
  const isSending = sending !== null && 'share' in sending
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.upload.onprogress = ({ loaded, total }) => setSending({ share: total ? loaded / total : 0 })
    request.onerror = () => setSending({ failed: true })
    request.onload = () => {
      if (request.status >= 400) return setSending({ failed: true })
      setSending(null)
      const { pathname, search, hash } = new URL(request.responseURL)
      navigate(pathname + search + hash, { preventScrollReset: true })
    }
    setSending({ share: 0 })
    request.send(new FormData(form))
  }
  return (
    <form className="stack" method="post" encType="multipart/form-data" action={action} onSubmit={send}>
      {children(isSending)}
      {isSending ? (
        <p className="work">
          <progress max={1} value={sending.share} aria-label={t('file.sending')} />
          <span className="small num">{t('file.share', { share: sending.share })}</span>
        </p>
      ) : null}
      {sending && 'failed' in sending ? (
        <p className="fault" role="alert">
          {t('file.failed')}
        </p>
      ) : null}
    </form>
  )
}

/** What may be sent is said before; too heavy is said before sending, and again by the server. */
export function FileField(props: {
  name: string
  label: string
  accept: string
  kinds: string
  mostBytes: number
  fault?: string
  optional?: boolean
}) {
  const { name, label, accept, kinds, mostBytes, optional } = props
  const { t } = useTranslation('ui')
  const [tooHeavy, setTooHeavy] = useState(false)
  const most = Math.floor(mostBytes / 1_000_000)
  return (
    <Field
      name={name}
      label={label}
      hint={t('file.hint', { kinds, most })}
      fault={tooHeavy ? t('file.tooHeavy', { most }) : props.fault}
      optional={optional}
    >
      {(attributes) => (
        <input
          {...attributes}
          className="file"
          type="file"
          name={name}
          accept={accept}
          onChange={({ target }) => {
            const heavy = (target.files?.[0]?.size ?? 0) > mostBytes
            setTooHeavy(heavy)
            if (heavy) target.value = ''
          }}
        />
      )}
    </Field>
  )
}
