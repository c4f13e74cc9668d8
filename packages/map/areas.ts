/** A territory of a map: one département, a région, whatever a network covers, a country. */
export interface Area {
  key: string
  label: string
  /** Written beside the name; a number also gives the class when no `fill` is given. */
  value?: number | string | null
  href?: string
  /** A colour that says something by itself (a network's own); else the class of its value, one hue. */
  fill?: string
}

export interface AreaOfFrance extends Area {
  departments: string[]
}

export interface DrawnArea extends Area {
  /** Without it, the outline is the one of this key in the drawing's file. */
  path?: string
}

/** Ready to be shown: everything computed, nothing but text and numbers. */
export interface MapDrawing {
  width: number
  height: number
  areas: DrawnArea[]
  /** Territories of no area. */
  rest: string
  /** Borders inside areas. */
  borders: string
  /** The address of a file that holds the outlines (`outlines-file.ts`), when they are not in the drawing. */
  outlines?: string
  insets: { key: string; label: string; x: number; y: number; width: number; height: number }[]
}
