import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { encode } from 'fast-png'
import type { Assets, FontFamily, Picture } from '../src/document/index.js'
import { readTheme, type Theme } from '../src/theme/index.js'

const require = createRequire(import.meta.url)

/** What a writer needs besides the tree: the theme that comes with the program, its fonts, and the pictures of `unDocumento`. */
export function cargarRecursos(): { readonly theme: Theme; readonly assets: Assets } {
  const { theme, faults } = readTheme(readFileSync(new URL('../templates/temas/institucional.json', import.meta.url), 'utf8'))
  if (theme === null) throw new Error(JSON.stringify(faults))
  const fonts = {
    title: fontFamily('Work Sans', '@expo-google-fonts/work-sans', 'WorkSans', false),
    text: fontFamily('Source Sans 3', '@expo-google-fonts/source-sans-3', 'SourceSans3', true),
  }
  const images = new Map([
    ['grafica-01', bars(1404, 360, [1, 0.4, 0.1])],
    ['grafica-02', bars(1404, 480, [0.7, 0.2, 0.5, 0.1])],
    ['foto-huerta', bars(1600, 900, [0.9, 0.3, 0.6])],
    ['orla', bars(900, 48, [1])],
  ])
  return {
    theme,
    assets: { images, fonts, logo: null, wordStyles: null, attachments: [], editableCharts: false, date: new Date('2031-03-15T00:00:00Z') },
  }
}

function fontFamily(name: string, pack: string, stem: string, evenDigits: boolean): FontFamily {
  const face = (style: string) => new Uint8Array(readFileSync(require.resolve(`${pack}/${style}/${stem}_${style}.ttf`)))
  return {
    name,
    regular: face('400Regular'),
    bold: face('700Bold'),
    italic: face('400Regular_Italic'),
    boldItalic: face('700Bold_Italic'),
    evenDigits,
  }
}

/** A true opaque RGB PNG with one horizontal bar a share, each with its own colour. */
function bars(width: number, height: number, shares: readonly number[]): Picture {
  const data = new Uint8Array(width * height * 3).fill(255)
  const band = Math.floor(height / shares.length)
  shares.forEach((share, bar) => {
    for (let y = bar * band + 12; y < (bar + 1) * band - 12; y++) {
      for (let x = 300; x < 300 + Math.floor(share * (width - 360)); x++) data.set([63, 162 - bar * 30, 122], (y * width + x) * 3)
    }
  })
  return { png: encode({ width, height, data, channels: 3, depth: 8 }), width, height }
}
