/** The 2023 PDF as a screen reader goes through it: by its structure, with two programs, against the tree that it was made from. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { leerEdicion } from '../scripts/guias/edicion.js'
import { hojasDe } from './diagramacion/hojas.js'
import { herramienta, siHay } from './herramientas.js'
import { carpetaDelInforme, PDF } from './informe-2023/generado.js'
import { type Lectura, lecturaConPdfJs, lecturaConPoppler, palabrasEnOrden } from './informe-2023/lectura.js'

let ruta: string
let esperada: Lectura
beforeAll(async () => {
  ruta = join(await carpetaDelInforme(), PDF)
  const { documento } = leerEdicion().composicion
  if (documento === null) throw new Error('las plantillas tienen faltas')
  const { cuerpo, notas } = hojasDe(documento)
  esperada = { cuerpo: palabrasEnOrden(cuerpo), notas: palabrasEnOrden(notas) }
})

/** The words round the first that differ, so that a failure says where. */
function alrededor(palabras: readonly string[], otras: readonly string[]): string {
  const i = palabras.findIndex((palabra, n) => palabra !== otras[n])
  return i < 0 ? '' : palabras.slice(Math.max(0, i - 8), i + 8).join(' ')
}

function esLaDelArbol(leida: Lectura): void {
  for (const parte of ['cuerpo', 'notas'] as const) {
    expect(alrededor(leida[parte], esperada[parte])).toBe(alrededor(esperada[parte], leida[parte]))
    expect(leida[parte]).toHaveLength(esperada[parte].length)
  }
}

test('el árbol tiene las palabras del informe', () => {
  expect(esperada.cuerpo.length).toBeGreaterThan(20_000)
  expect(esperada.notas.length).toBeGreaterThan(100)
})

test('pdf.js lee en la estructura las palabras del árbol, en su orden', async () => esLaDelArbol(await lecturaConPdfJs(readFileSync(ruta))))

test('lo que poppler imprime se lee por su sangría: el número de una entrada y el de una nota no son palabras del árbol', () => {
  const impreso = `Document
  Sect
    TOC
      TOCI
        Reference (inline)
          Link (inline)
            Object 34 0
            "Origen"
            "3"
    P (block)
      "Se lee en la "
      Reference (inline)
        "Tabla 1"
      " y aquí."
    Note <note/1> (inline)
      Reference (inline)
        "1"
      " Una nota."
    P (block)
      "Fin"`
  expect(lecturaConPoppler(impreso)).toEqual({
    cuerpo: ['Origen', 'Se', 'lee', 'en', 'la', 'Tabla', '1', 'y', 'aquí', '.', 'Fin'],
    notas: ['Una', 'nota', '.'],
  })
})

siHay('pdfinfo')('poppler lee en la estructura las palabras del árbol, en su orden', () => {
  const impreso = execFileSync(herramienta('pdfinfo') ?? '', ['-struct-text', ruta], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  esLaDelArbol(lecturaConPoppler(impreso))
})
