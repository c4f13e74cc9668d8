import { Form } from '@remix-run/react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icons.tsx'
import { current, dismiss, subscribe, type Toast } from './toast-store.ts'

const none: readonly Toast[] = []

/** Once in a layout. They stay until closed: nobody reads at a set speed, and taking back takes time. */
export function Toasts() {
  const { t } = useTranslation('ui')
  const toasts = useSyncExternalStore(subscribe, current, () => none)
  return (
    <section className="toasts" aria-live="polite" aria-label={t('messages')}>
      {toasts.map((toast) => (
        <UndoLine key={toast.id} toast={toast} onClose={() => dismiss(toast.id)} />
      ))}
    </section>
  )
}

/** What was done and how to take it back; drawn by the server too, after a redirect. */
export function UndoLine({ toast, onClose }: { toast: Omit<Toast, 'id'>; onClose?: () => void }) {
  const { t } = useTranslation('ui')
  const { text, undo } = toast
  return (
    <div className="toast">
      <p className="grow">{text}</p>
      {undo ? (
        <Form method="post" action={undo.action} onSubmit={onClose} preventScrollReset>
          {Object.entries(undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button className="btn sm" type="submit">
            {t('undo')}
          </button>
        </Form>
      ) : null}
      {onClose ? (
        <button className="btn sm quiet" type="button" aria-label={t('close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      ) : null}
    </div>
  )
}
