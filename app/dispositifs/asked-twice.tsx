import { useTranslation } from 'react-i18next'
import type { Doubt } from './doubt.ts'

/** In a form that comes back: the warnings, and the mark that they were read. What was changed since is asked again. */
export function AskedTwice({ doubts, seen }: { doubts: Doubt[]; seen: string }) {
  const { t } = useTranslation('dispositifs')
  if (doubts.length === 0) return null
  return (
    <div className="notice stack" role="alert">
      <p>
        <strong>{t('asks.lead')}</strong>
      </p>
      <ul>
        {doubts.map(({ kind, ...said }) => (
          <li key={kind}>{t(`asks.doubt.${kind}`, said)}</li>
        ))}
      </ul>
      <input type="hidden" name="averti" value={seen} />
    </div>
  )
}
