import { useTranslation } from 'react-i18next'
import type { Effect } from '#server/dispositifs/form/revision-effects.ts'

export type ToldEffect = Effect & { label: string }

/** What a new revision changes, field by field, and where answers given before are no longer read. */
export function EffectList({ effects }: { effects: ToldEffect[] }) {
  const { t } = useTranslation('dispositifs')
  if (effects.length === 0) return <p className="muted">{t('papers.builder.noEffect')}</p>
  return (
    <div>
      <h3>{t('papers.builder.effects')}</h3>
      <ul>
        {effects.map(({ key, effect, loses, label }) => (
          <li key={`${key} ${effect}`}>
            {t('form.faultAt', { field: label, fault: t(`papers.builder.effect.${effect}`) })}
            {loses ? <strong> {t('papers.builder.loses')}</strong> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
