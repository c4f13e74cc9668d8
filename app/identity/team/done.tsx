import { useTranslation } from 'react-i18next'
import { useDone } from '../../ui/use-done.ts'

/** What has just been done here, in a sentence. */
export function Done() {
  const { t, i18n } = useTranslation('identity')
  const done = useDone()
  if (!done || !i18n.exists(`identity:done.${done}`)) return null
  return (
    <p className="notice ok" role="status">
      {t(`done.${done}`)}
    </p>
  )
}
