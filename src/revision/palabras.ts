/** A revision as templates print it. */
import { cifraEnPalabras, tramosDistintos } from '../compare/index.js'
import { type ContextoDecision, type ContextoRevision, type ContextoVersion, fechaEnColombia, fechaLarga } from '../report/index.js'
import { enUnRenglon } from './escrito.js'
import { type Decidible, type Decision, type Revision, SEPARADOR, type Version } from './revision.js'
import { enOrden } from './unir.js'

/** Digits of a hash that tell one workbook from another. */
const CIFRAS_DE_HUELLA = 12

/** How the state of a version is said. */
export const ESTADOS: Readonly<Record<Version['estado'], string>> = {
  borrador: 'borrador',
  'en-revision': 'en revisión',
  aprobado: 'aprobado',
}

/** The workbook that a report is made from. */
export interface LibroRevisado {
  readonly sha256: string
  /** What each cell that is not empty, and each figure, holds now, by its clave. */
  readonly valores: Readonly<Record<Decidible['de'], ReadonlyMap<string, string | null>>>
}

/** All of it in words, beside the workbook as it is now. */
export function revisionEnPalabras(revision: Revision, { sha256, valores }: LibroRevisado): ContextoRevision {
  const { versiones, decisiones } = enOrden(revision)
  const actual = versiones.findLast(({ libro }) => libro === sha256)
  return {
    libro: sha256.slice(0, CIFRAS_DE_HUELLA),
    actual: actual === undefined ? null : versionEnPalabras(actual),
    versiones: versiones.map(versionEnPalabras),
    decisiones: decisiones
      .toSorted((a, b) => Date.parse(a.fecha) - Date.parse(b.fecha))
      .map((d) => decisionEnPalabras(d, (valores[d.de].get(d.clave) ?? null) === d.despues)),
  }
}

function versionEnPalabras({ numero, fecha, estado, libro, quien, nota }: Version): ContextoVersion {
  return { numero: String(numero), fecha: fechaLarga(fecha), estado: ESTADOS[estado], libro: libro.slice(0, CIFRAS_DE_HUELLA), quien, nota }
}

function decisionEnPalabras({ decision, quien, nota, fecha, ...cambio }: Decision, rige: boolean): ContextoDecision {
  const [nombre, antes, despues] = cambio.de === 'celda' ? celda(cambio) : cifra(cambio)
  return {
    cambio: enUnRenglon(nombre),
    antes: enUnRenglon(antes),
    despues: enUnRenglon(despues),
    decision,
    quien,
    nota,
    fecha: fechaEnColombia(fecha),
    rige,
  }
}

type EnPalabras = readonly [nombre: string, antes: string, despues: string]

function celda({ clave, antes, despues }: Pick<Decision, 'clave' | 'antes' | 'despues'>): EnPalabras {
  const [viejo, nuevo] = tramosDistintos(antes ?? VACIA, despues ?? VACIA)
  return [clave, enBreve(viejo), enBreve(nuevo)]
}

/** Letters of a cell that are printed: a whole text that came or went would fill the page. */
const EN_BREVE = 160

function enBreve(texto: string): string {
  const letras = [...texto]
  return letras.length <= EN_BREVE ? texto : `${letras.slice(0, EN_BREVE).join('').trimEnd()}…`
}

/** How a cell reads that holds nothing. */
const VACIA = 'vacía'

function cifra({ clave, antes, despues }: Pick<Decision, 'clave' | 'antes' | 'despues'>): EnPalabras {
  const corte = clave.lastIndexOf(SEPARADOR)
  const dicha = cifraEnPalabras({ campo: clave.slice(corte + SEPARADOR.length), antes: comoValor(antes), despues: comoValor(despues) })
  return [`${clave.slice(0, corte)}${SEPARADOR}${dicha.campo}`, dicha.antes, dicha.despues]
}

/** A figure as the comparison had it, from the text that it was kept as. */
function comoValor(texto: string | null): string | number | null {
  return texto !== null && String(Number(texto)) === texto ? Number(texto) : texto
}
