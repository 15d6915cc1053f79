import { basename, join, relative } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { Comprobacion } from '../../pipeline/index.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { FONT_FAMILIES, fonts, PACKAGE, TEMPLATES } from '../resources.js'

interface Opciones extends OpcionDeLimites {
  readonly libro?: string
  readonly estilos?: string
  readonly json?: true
  readonly plantillas: string
}

/** `comprobar <carpeta>`: whether a folder of outputs is as it was made and, with its workbook, whether it would be made so today. */
export function comprobar(program: Command, anotar: Anotar): void {
  program
    .command('comprobar')
    .description('Dice si un informe está como se generó: qué se editó, qué falta y, con su libro, si hoy saldría igual')
    .argument('<carpeta>', 'carpeta de un informe, de sus gráficas o de sus datos abiertos')
    .option('--libro <libro>', 'libro de Excel (.xlsx): además, si con él saldría igual, byte por byte')
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas con que se hizo').default(TEMPLATES, 'las del programa'))
    .option('--estilos <documento>', 'documento de Word (.docx) con que se hizo, si se hizo con uno')
    .addOption(opcionDeLimites())
    .option('--json', 'escribe el resultado como JSON')
    .action(async (carpeta: string, opciones: Opciones) => {
      const comprobado = await correr(carpeta, opciones, anotar)
      if (opciones.json) console.log(JSON.stringify(comprobado, null, 2))
      else for (const linea of enPalabras(relative('', carpeta) || '.', comprobado)) console.log(linea)
      process.exitCode = estaIgual(comprobado) ? EXIT.done : EXIT.findings
    })
}

async function correr(carpeta: string, opciones: Opciones, anotar: Anotar): Promise<Comprobacion> {
  const [{ isFolder, namesUnder, readBytes, readIfThere, readTree, settle }, pipeline, { inThread }] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../writer-thread.js'),
  ])
  const limites = await limitesDe(opciones)
  if (!(await isFolder(carpeta))) throw new pipeline.SinManifiesto(`${carpeta} no es una carpeta: dé la de un informe.`)
  // What a run that was cut off left there is finished first.
  await settle(carpeta)
  const contra =
    opciones.libro === undefined
      ? null
      : {
          libro: { nombre: basename(opciones.libro), bytes: await leerLibroDe(opciones.libro, limites) },
          limites,
          plantillas: await readTree(opciones.plantillas),
          fuentes: { familias: FONT_FAMILIES, leer: fonts },
          revision: await readIfThere(pipeline.archivoDeRevision(opciones.libro)),
          estilos: opciones.estilos === undefined ? null : { nombre: basename(opciones.estilos), bytes: await readBytes(opciones.estilos) },
          version: PACKAGE.version,
          escritor: inThread,
        }
  if (contra !== null) anotar(({ leido }) => [...leido('libro', contra.libro.bytes), ...leido('plantillas', contra.plantillas)])
  return await pipeline.comprobarCarpeta({
    leer: (ruta) => readIfThere(join(carpeta, ruta)),
    hay: await namesUnder(carpeta, ['anteriores']),
    contra,
  })
}

function estaIgual({ editados, faltan, contra }: Comprobacion): boolean {
  const distinto = contra === null ? [] : [...contra.distintos, ...contra.sobran, ...contra.nuevos]
  return [...editados, ...faltan, ...distinto].length === 0
}

function enPalabras(carpeta: string, comprobado: Comprobacion): readonly string[] {
  const { libro, version, iguales, editados, faltan, ajenos, contra } = comprobado
  return [
    `${carpeta}: ${archivos(iguales)} como se ${iguales === 1 ? 'generó' : 'generaron'}, de ${libro.nombre} (SHA-256 ${libro.sha256.slice(0, 12)}…), con la versión ${version}.`,
    ...lista('Se editaron después', editados),
    ...lista('Faltan', faltan),
    ...lista('No son de este informe, y no se comprobaron', ajenos),
    ...(contra === null ? [] : contraEnPalabras(contra)),
  ]
}

function contraEnPalabras({ origen, distintos, sobran, nuevos, cambios }: NonNullable<Comprobacion['contra']>): readonly string[] {
  const igual = [...distintos, ...sobran, ...nuevos].length === 0
  return [
    ...(igual ? ['Con ese libro sale igual, byte por byte.'] : ['Con ese libro no sale igual.']),
    ...lista(igual ? 'No es lo mismo, aunque no cambia ningún archivo' : 'No es lo mismo', origen),
    ...lista('Saldrían distintos', distintos),
    ...lista('Ya no saldrían', sobran),
    ...lista('Saldrían además', nuevos),
    ...lista('Cambiarían', cambios),
  ]
}

function lista(titulo: string, cosas: readonly string[]): readonly string[] {
  return cosas.length === 0 ? [] : [`${titulo}:`, ...cosas.map((cosa) => `  ${cosa}`)]
}

function archivos(cuantos: number): string {
  return cuantos === 1 ? '1 archivo' : `${cuantos} archivos`
}
