/** How far apart two colours look, to the eyes that a report meets: normal, colour-blind, and in a greyscale print. */

export type Vision = 'normal' | 'deuteranope' | 'protanope' | 'tritanope' | 'grises'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

const IDENTITY: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

/** On linear sRGB: Machado, Oliveira and Fernandes (2009), severity 1; greyscale by Rec. 709 luminance. */
const SIGHT: Record<Vision, Matrix> = {
  normal: IDENTITY,
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grises: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}

const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]
const WHITE: Triple = [0.95047, 1, 1.08883]

/** CIEDE2000 between two `#RRGGBB` colours as that sight sees them. */
export function diferencia(a: string, b: string, vision: Vision): number {
  return ciede2000(lab(a, vision), lab(b, vision))
}

function rgb(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return [r ?? 0, g ?? 0, b ?? 0]
}

function lab(hex: string, vision: Vision): Triple {
  const linear = map(rgb(hex), (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
  const seen = map(times(SIGHT[vision], linear), (c) => Math.min(1, Math.max(0, c)))
  const [x, y, z] = times(TO_XYZ, seen)
  const [fx, fy, fz] = map([x / WHITE[0], y / WHITE[1], z / WHITE[2]], (t) => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29))
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

function times(m: Matrix, v: Triple): Triple {
  return map(m, (row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

function map<T>([a, b, c]: readonly [T, T, T], f: (x: T) => number): Triple {
  return [f(a), f(b), f(c)]
}

/** Sharma, Wu and Dalal (2005). Lab in, difference out. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const rad = Math.PI / 180
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)))
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)]
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)]
  const hue = (x: number, y: number) => (x === 0 && y === 0 ? 0 : (Math.atan2(y, x) / rad + 360) % 360)
  const [h1, h2] = [hue(x1, b1), hue(x2, b2)]
  const apart = c1 * c2 === 0 ? 0 : Math.abs(h2 - h1) <= 180 ? h2 - h1 : h2 <= h1 ? h2 - h1 + 360 : h2 - h1 - 360
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((apart / 2) * rad)
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const sum = h1 + h2
  const h = c1 * c2 === 0 ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
  const cos = (degrees: number) => Math.cos(degrees * rad)
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63)
  const sL = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2)
  const [dL, dC, dh] = [(l2 - l1) / sL, (c2 - c1) / (1 + 0.045 * c), dH / (1 + 0.015 * c * t)]
  const turn = -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * rad) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7))
  return Math.sqrt(dL ** 2 + dC ** 2 + dh ** 2 + turn * dC * dh)
}
