/** What d3-geo draws into: a path written with relative steps, to a tenth of a unit. */
export class PathData {
  #text = ''
  #x = 0
  #y = 0
  #startX = 0
  #startY = 0
  #command = ''

  moveTo(x: number, y: number) {
    const [tenthX, tenthY] = [Math.round(x * 10), Math.round(y * 10)]
    this.#text += `M${written(tenthX)}${joined(tenthY)}`
    this.#command = 'M'
    this.#x = this.#startX = tenthX
    this.#y = this.#startY = tenthY
  }

  lineTo(x: number, y: number) {
    const [dx, dy] = [Math.round(x * 10) - this.#x, Math.round(y * 10) - this.#y]
    if (dx === 0 && dy === 0) return
    this.#text += (this.#command === 'l' ? joined(dx) : `l${written(dx)}`) + joined(dy)
    this.#command = 'l'
    this.#x += dx
    this.#y += dy
  }

  closePath() {
    this.#text += 'z'
    this.#command = 'z'
    this.#x = this.#startX
    this.#y = this.#startY
  }

  arc() {}

  toString() {
    return this.#text
  }
}

const written = (tenths: number) => `${tenths / 10}`.replace(/^(-?)0\./, '$1.')
const joined = (tenths: number) => (tenths < 0 ? written(tenths) : ` ${written(tenths)}`)
