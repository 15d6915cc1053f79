/** Templates with one fault each, so that the guide shows what the program says of it. */
import { posix } from 'node:path'
import { componer } from '../../src/compose/index.js'
import type { Edicion } from './edicion.js'
import { codigo, literal, tabla } from './marcas.js'

type Archivos = Readonly<Record<string, string>>

const UNA = '50-seguimiento.md'
const PARCIAL = 'parciales/producto.md'
const SEMAFORO = '{{#tabla "semaforo"}}Rangos{{/tabla}}'

/** What is wrong, by files of a templates folder that otherwise would do. */
const FALTAS: readonly Archivos[] = [
  { [UNA]: '---\npie: Sector: Salud\n---\n' },
  { [UNA]: '---\nincluye: no\n---\n' },
  { [UNA]: '---\nincluir: quizás\n---\n' },
  { [UNA]: '# Seguimiento {{politica.vigencia}\n' },
  { [UNA]: '{{#si grafica}}La gráfica.{{/cada}}\n' },
  { [UNA]: '# Seguimiento {{politica.vigensia}}\n' },
  { [UNA]: '{{mayusculas politica.sigla}}\n' },
  { [UNA]: '{{> productos}}\n', [PARCIAL]: '' },
  { [PARCIAL]: '{{> producto}}' },
  { [UNA]: '{{#tabla "semaforos"}}Rangos{{/tabla}}\n' },
  { [UNA]: `${SEMAFORO}\n\n${SEMAFORO}\n` },
  { [UNA]: 'Vea la {{ref "semaforo"}}.\n' },
  { [UNA]: '{{indice "figuras"}}\n' },
  { [UNA]: '![Una feria de servicios](fotos/feria.jpg)\n' },
  { '10-portada.md': '---\ntipo: portada\n---\n# Informe\n' },
  { 'documento.yml': 'idioma: es-CO\ntitulo: "Informe\n' },
]

/** What the program says of each fault, as it is told at the end of a run. @throws where one of them is no fault */
export function faltasDePlantillas({ report, plantillas }: Edicion): string {
  const documento = plantillas.get('documento.yml') ?? ''
  return tabla(
    ['si la plantilla dice', 'el programa señala', 'qué esperaba', 'cómo se corrige'],
    FALTAS.map((archivos) => {
      const [falta] = componer(report, new Map(Object.entries({ 'documento.yml': documento, ...archivos }))).faults
      if (falta === undefined) throw new Error(`No tiene faltas: ${JSON.stringify(archivos)}`)
      const [texto = ''] = Object.values(archivos)
      const lugar = `${posix.join('plantillas', falta.template)}${falta.line === null ? '' : `:${falta.line}`}`
      return [codigo(texto.trim()), `${codigo(lugar)}: ${literal(falta.found)}`, literal(falta.expected), literal(falta.remedy)]
    }),
  )
}
