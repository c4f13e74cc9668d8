import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coloursFrom, readableShade } from '#tenants/shades.ts'
import { Field } from '../ui/field.tsx'

export type Refused = {
  intent: string
  typed: { colour: string; host: string }
  refusal: { code: string; near: string }
} | null

/** One colour to choose; the other three follow, and the sample shows all four as they will be. */
export function ColourForm(props: { colour: string; original: string; refused: Refused }) {
  const { colour, original, refused } = props
  const { t } = useTranslation('portal')
  const fault = refused?.intent === 'couleur' ? refused.refusal : null
  const [chosen, setChosen] = useState(fault?.near || colour)
  const readable = readableShade(chosen) === chosen
  const shown = coloursFrom(readableShade(chosen))
  const sample = {
    '--brand': shown.brand,
    '--brand-strong': shown.brandStrong,
    '--brand-soft': shown.brandSoft,
    '--on-brand': shown.onBrand,
  } as CSSProperties
  return (
    <section className="card stack" aria-labelledby="couleurs">
      <h2 id="couleurs">{t('desk:site.siteColours')}</h2>
      <form method="post" className="stack">
        <Field
          label={t('desk:site.mainColour')}
          hint={t('desk:site.mainColourHint')}
          {...(fault
            ? {
                fault: t(`desk:site.refusal.${fault.code}`, {
                  typed: refused?.typed.colour,
                  near: fault.near,
                }),
              }
            : {})}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="colour"
              type="color"
              name="couleur"
              defaultValue={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="sample stack" style={sample} aria-live="polite">
          <p>
            {readable
              ? t('desk:site.colourReads')
              : t('desk:site.colourTooLight', { near: readableShade(chosen) })}
          </p>
          <p className="row">
            <span className="mark">{t('desk:site.sampleInitials')}</span>
            <span className="btn primary">{t('desk:site.sampleButton')}</span>
            <span className="tag member">{t('desk:site.sampleTag')}</span>
          </p>
        </div>
        <p className="row">
          <button className="btn primary" type="submit" name="intent" value="couleur">
            {t('desk:site.saveColour')}
          </button>
          {colour === original ? null : (
            <button className="btn" type="submit" name="intent" value="couleur-origine">
              {t('desk:site.originalColour')}
            </button>
          )}
        </p>
      </form>
    </section>
  )
}
