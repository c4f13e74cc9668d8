import { useTranslation } from 'react-i18next'

/** Whether what was typed is kept: said quietly, and read aloud only when it could not be. */
export function SavedState({ state, at }: { state: 'saving' | 'saved' | 'failed' | 'typing'; at?: string }) {
  const { t } = useTranslation('ui')
  return (
    <p className={`keep small ${state}`} role={state === 'failed' ? 'alert' : 'status'}>
      <i aria-hidden="true" />
      {t(`saved.${state}`, { at })}
    </p>
  )
}
