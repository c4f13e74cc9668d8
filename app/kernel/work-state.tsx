import { useTranslation } from 'react-i18next'

/** A state is always a word; its colour only helps. */
export function WorkState({ state }: { state: string }) {
  const { t } = useTranslation('kernel')
  return <span className={state === 'done' ? 'tag ok' : 'tag'}>{t(`work.state.${state}`)}</span>
}
