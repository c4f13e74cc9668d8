import { useNonce } from './nonce.ts'

/** A map from where its scripts run, as high as it says it is. */
export function MapFrame({ frame }: { frame: { src: string; title: string } }) {
  const nonce = useNonce()
  return (
    <>
      <iframe {...frame} data-maillage="" loading="lazy" className="frame-preview" style={{ height: 640 }} />
      <script src="/embed/cadre.js" async nonce={nonce} suppressHydrationWarning />
    </>
  )
}
