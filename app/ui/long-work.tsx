import { useTranslation } from 'react-i18next'

type Work = {
  label: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  done?: number
  /** Unknown: the bar shows that something happens, and no share. */
  total?: number
  /** What to do about it: a download, a second try. */
  children?: React.ReactNode
}

/** Work that outlasts a page: how far it is, in a bar and in words, read aloud when the state changes. */
export function LongWork({ label, state, done = 0, total, children }: Work) {
  const { t } = useTranslation('ui')
  return (
    <div className="work">
      <p className="row">
        <strong className="grow">{label}</strong>
        <span role="status">{t(`work.${state}`)}</span>
      </p>
      {state === 'running' ? (
        <progress max={total ?? 1} aria-label={label} {...(total ? { value: done } : {})} />
      ) : null}
      {state === 'running' && total ? (
        <p className="small muted num">{t('work.share', { done, total })}</p>
      ) : null}
      {children}
    </div>
  )
}
