/** The words of a rule. `{name}` is filled in by the fault; a stretch in `[…]` stands only where the fault fills it in. */
export interface Wording {
  /** An error leaves the workbook unread; a notice only says what to look at. */
  readonly level: 'error' | 'notice'
  /** Completes «se esperaba …». */
  readonly expected: string
  readonly remedy: string
}

const error = (expected: string, remedy: string): Wording => ({ level: 'error', expected, remedy })
const notice = (expected: string, remedy: string): Wording => ({ level: 'notice', expected, remedy })

/** Every rule whose breach the reading of a workbook tells, in the order of the user guide. The one place of their wording. */
export const wording = {
  // The file
  'archivo-vacio': error(
    'un libro de Excel (.xlsx)',
    'El archivo se dañó al guardarlo o al copiarlo: recupere una copia anterior o pídalo otra vez.',
  ),
  'libro-cifrado': error(
    'un libro sin contraseña de apertura',
    'Quítele la contraseña en Archivo › Información › Proteger libro y guárdelo.',
  ),
  'es-xls': error('un libro de Excel (.xlsx)', 'Ábralo en Excel y guárdelo con Archivo › Guardar como › «Libro de Excel (.xlsx)».'),
  'es-xlsb': error('un libro de Excel (.xlsx)', 'Ábralo en Excel y guárdelo con Archivo › Guardar como › «Libro de Excel (.xlsx)».'),
  'es-xml': error('un libro de Excel (.xlsx)', 'Ábralo en Excel y guárdelo con Archivo › Guardar como › «Libro de Excel (.xlsx)».'),
  'es-ods': error('un libro de Excel (.xlsx)', 'Ábralo en LibreOffice y guárdelo con Archivo › Guardar como › «Excel 2007-365 (.xlsx)».'),
  'es-word': error('un libro de Excel (.xlsx)', 'Busque el libro de la política: este es un documento, aunque su nombre diga otra cosa.'),
  'es-presentacion': error(
    'un libro de Excel (.xlsx)',
    'Busque el libro de la política: esta es una presentación, aunque su nombre diga otra cosa.',
  ),
  'es-pdf': error('un libro de Excel (.xlsx)', 'Busque el libro del que salió ese PDF: de un PDF no se leen sus celdas.'),
  'es-imagen': error('un libro de Excel (.xlsx)', 'Busque el libro de la política: de una imagen no se leen celdas.'),
  'es-html': error(
    'un libro de Excel (.xlsx)',
    'Algunos sistemas exportan páginas web con nombre de libro: ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)».',
  ),
  'es-texto': error(
    'un libro de Excel (.xlsx)',
    'Un archivo de texto tiene una sola hoja y pierde los códigos: use el libro del que salió, en formato .xlsx.',
  ),
  'no-es-xlsx': error('un libro de Excel (.xlsx)', 'Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)».'),
  'libro-cortado': error(
    'un libro completo',
    'Espere a que termine de copiarse o de descargarse; si ya terminó, cópielo otra vez desde donde está entero.',
  ),
  'libro-danado': error('un libro que Excel abre sin reparar', 'Ábralo en Excel, deje que lo repare, revise que no falte nada y guárdelo.'),
  'xml-con-declaraciones': error(
    'un libro como lo guarda Excel, que no declara nada',
    'No lo abra si no sabe de dónde vino. Si es el libro de la política, ábralo en Excel y guárdelo de nuevo.',
  ),
  'libro-desmedido': error(
    '{maximo}, como máximo',
    'Revise que sea el libro de la política. Si lo es, quítele lo que sobra (hojas, filas vacías con formato) o suba ese límite con --limites {limite}=….',
  ),
  'mas-errores': error('un libro con menos errores', 'Corrija primero los que se muestran y revíselo de nuevo.'),

  // Sheets, columns and rows
  'falta-hoja': error('la hoja «{hoja}»', 'Agregue la hoja o corrija su nombre[; la más parecida que hay es {cercanos}].'),
  'hoja-repetida': error('una sola hoja con ese nombre', 'Una ambas en una hoja o cambie el nombre de esta.'),
  'sin-encabezado': error('una fila de encabezado con {columnas}', 'Escriba los títulos de las columnas, todos en una misma fila.'),
  'falta-columna': error('la columna «{columna}»', 'Agregue la columna o corrija su título[; el más parecido que hay es {cercanos}].'),
  'columna-repetida': error('una sola columna con ese título', 'La otra está en {otra}. Una ambas o cambie el título de esta.'),
  'fila-de-ejemplo': error(
    'una fila con datos de la política',
    'Borre la fila, que venía con el libro nuevo. Si ya escribió en ella sus datos, borre solo esa marca.',
  ),
  'hoja-sin-filas': error('al menos una fila con datos', 'Diligencie la hoja debajo de su encabezado.'),

  // Cells
  'celda-vacia': error('un valor', 'Diligencie la celda: la columna es obligatoria.'),
  'valor-logico': error('un número, un texto o una fecha', 'Reemplace el valor lógico por el dato que corresponde.'),
  'valor-de-error': error('un valor, no un error de Excel', 'Corrija la fórmula o escriba el valor.'),
  'formula-sin-calcular': error('una fórmula con su resultado guardado', 'Abra el libro en Excel, deje que calcule y guárdelo de nuevo.'),
  'texto-muy-largo': error(
    'un texto de {maximo} caracteres, que es lo más que Excel guarda en una celda',
    'Acorte el texto o repártalo en dos celdas.',
  ),
  'palabra-muy-larga': error(
    'un texto sin palabras de más de {maximo} caracteres, que no caben en ningún renglón',
    'Sepárela con espacios, o quítela si no es una palabra.',
  ),
  'fecha-en-texto': error('un texto, no una fecha', 'Dé formato de texto a la celda y vuelva a escribirla.'),
  'no-es-numero': error(
    'un número (1.300.231, 5,7)',
    'Escriba solo el número, con coma para los decimales; si no hay dato, deje la celda vacía.',
  ),
  'punto-decimal': error(
    'un número en el que el punto solo separa miles (1.300.231, 5,7)',
    'Use la coma para los decimales[ ({sugerido})] y el punto solo para los miles.',
  ),
  'numero-con-fecha': error('un número, no una fecha', 'Dé a la celda formato de número y vuelva a escribirla.'),
  'porcentaje-en-numero': error(
    'un número sin porcentaje',
    'Quite el porcentaje o su formato; si el producto se mide en porcentaje, cambie su Unidad.',
  ),
  'porcentaje-mayor-que-diez': error(
    'una fracción (1 = 100 %), de 10 como máximo',
    'Un porcentaje se escribe con su signo, como 35 %, o como fracción, 0,35.[ ¿Quiso escribir {sugerido}?]',
  ),
  'no-es-entero': error('un número entero', 'Escriba el número sin decimales.'),
  'cantidad-negativa': error('una cantidad de 0 o más', 'Corrija el signo o el valor.'),
  'anio-invalido': error('un año de cuatro cifras, entre 1900 y 2200', 'Escriba el año completo.'),
  'no-es-fecha': error('una fecha', 'Escríbala como fecha de Excel, 2031-01-24, 24/01/2031 o 24 de enero de 2031.'),
  'codigo-numerico': error(
    'un código escrito como texto (1.10.3)',
    'Excel cambia los códigos por números o fechas: dé formato de texto a la columna y vuelva a escribirlo.',
  ),
  'codigo-invalido': error(
    'un código de tres números enteros unidos por puntos (2.2.12)',
    'Escriba el código como objetivo.resultado.producto.',
  ),
  'valor-fuera-de-lista': error('uno de estos valores: {opciones}', 'Elija un valor de la lista[; el más parecido es {cercanos}].'),

  // Política
  'falta-campo': error('el campo «{campo}»', 'Agregue una fila con ese campo y su valor[; el más parecido que hay es {cercanos}].'),
  'campo-repetido': error('cada campo una sola vez', 'El campo ya está en {otra}. Deje una sola fila.'),
  'plan-al-reves': error('un año final no anterior al inicial ({inicio})', 'Corrija el año inicial o el final del plan.'),
  'vigencia-fuera-del-plan': error('una vigencia dentro del plan ({inicio}–{fin})', 'Corrija la vigencia o los años del plan.'),

  // Repetitions
  'codigo-repetido': error('cada código en una sola fila', 'El código ya está en {otra}. Corrija el código o una las filas.'),
  'objetivo-repetido': error('cada objetivo en una sola fila', 'El objetivo ya está en {otra}. Corrija el número o una las filas.'),
  'sector-repetido': error('cada sector en una sola fila', 'El sector ya está en {otra}. Corrija el nombre o una las filas.'),
  'orden-repetido': error('un orden distinto para cada sector', 'El orden ya está en {otra}. Dé a este sector otro número.'),
  'color-repetido': error('cada color en una sola fila', 'El color ya está en {otra}. Deje una sola fila por color.'),
  'clave-repetida': error('cada clave en una sola fila', 'La clave ya está en {otra}. Una los textos en una sola fila.'),

  // References between sheets
  'objetivo-inexistente': error(
    'un código cuyo primer número sea un objetivo de la hoja Objetivos',
    'Corrija el código o agregue el objetivo {objetivo}.',
  ),
  'sector-inexistente': error('un sector de la hoja Sectores', 'Corrija el nombre o agregue el sector[; el más parecido es {cercanos}].'),
  'producto-inexistente': error(
    'un código de la hoja Productos',
    'Corrija el código o agregue el producto[; los más parecidos son {cercanos}].',
  ),
  'producto-sin-metas': error('una fila en Metas con el código del producto', 'Agregue la fila del producto en la hoja Metas.'),
  'nombre-de-cifra': error(
    'el nombre de una cifra del informe',
    'Corrija el nombre entre corchetes dobles[; los más parecidos son {cercanos}].',
  ),

  // Productos
  'anio-fuera-del-plan': error('un año dentro del plan ({inicio}–{fin})', 'Corrija el año del producto o los años del plan en Política.'),
  'fin-antes-del-inicio': error('un año de finalización no anterior al de inicio ({inicio})', 'Corrija uno de los dos años.'),
  'falta-linea-base': error('la línea base, obligatoria en un producto Decreciente', 'Escriba el nivel del que parte el producto.'),
  'falta-importancia': error(
    'una importancia relativa, porque otros productos la tienen',
    'Escriba la de todos los productos o no escriba ninguna.',
  ),
  'importancia-no-positiva': error(
    'una importancia relativa mayor que 0',
    'Corrija el valor, o deje la columna vacía en todos los productos.',
  ),
  'meta-final-no-positiva': error('una meta final mayor que 0', 'Escriba la meta al final del plan.'),
  'meta-final-sobre-linea-base': error(
    'una meta final menor que la línea base ({base})',
    'Corrija la meta final, la línea base o el tipo de anualización.',
  ),
  'meta-final-distinta-de-la-suma': error('la suma de las metas anuales ({suma})', 'Corrija la meta final o las metas de {fila}.'),
  'meta-final-distinta-de-la-ultima': error('la última meta anual ({ultima})', 'Corrija la meta final o las metas de {fila}.'),

  // Metas and Avances
  'meta-fuera-de-los-anios': error(
    'una celda sin meta, por estar fuera de los años del producto ({inicio}–{fin})',
    'Quite la meta o corrija los años del producto en {fila}.',
  ),
  'meta-que-baja': error(
    'una meta no menor que la anterior ({anterior}), porque el producto es Creciente',
    'Corrija las metas o el tipo de anualización.',
  ),
  'meta-que-sube': error(
    'una meta no mayor que la anterior ({anterior}), porque el producto es Decreciente',
    'Corrija las metas o el tipo de anualización.',
  ),
  'meta-sobre-linea-base': error('una meta no mayor que la línea base ({base})', 'Corrija la meta o la línea base del producto en {fila}.'),
  'avance-despues-de-la-vigencia': error(
    'un avance de la vigencia ({vigencia}) o de antes',
    'Quite el avance o corrija la vigencia en Política.',
  ),
  'avance-antes-del-inicio': error(
    'un avance de {inicio}, el año de inicio del producto, o de después',
    'Quite el avance o corrija el año de inicio en {fila}.',
  ),
  'avance-contradice-periodos': error(
    'lo que dan los periodos del año ({valor})',
    'Corrija el valor del año o los de sus periodos, o deje vacío el del año.',
  ),
  'dos-clases-de-periodo': error(
    'una sola clase de periodo en el año ({primera} o {segunda})',
    'Deje los datos en una sola clase de periodo.',
  ),

  // Semáforo
  'rango-al-reves': error('un «Hasta» no menor que el «Desde» de su fila ({desde})', 'Corrija los límites del rango.'),
  'semaforo-incompleto': error(
    'un color para cada porcentaje entero desde 0; queda sin color: {faltan}',
    'Ajuste los límites para que cada rango siga al anterior.',
  ),
  'semaforo-traslapado': error(
    'un solo color para cada porcentaje; desde el {desde} ya hay otro, en {otra}',
    'Ajuste los límites para que cada rango siga al anterior.',
  ),

  // What the file holds besides cells
  'libro-con-macros': notice(
    'un libro sin macros',
    'Se leyeron sus celdas; las macros no se ejecutan. Si no las necesita, guárdelo como .xlsx.',
  ),
  'vinculos-externos': notice(
    'un libro que no dependa de otros',
    'No se abrió ninguno: cuentan los valores guardados. Rompa los vínculos en Datos › Editar vínculos.',
  ),
  'objetos-incrustados': notice('un libro solo con celdas', 'No se abrieron. Quítelos si no deben circular con el libro.'),
  'controles-activex': notice('un libro solo con celdas', 'No se tuvieron en cuenta. Quítelos si no hacen falta.'),
  'conexiones-de-datos': notice(
    'un libro con sus datos dentro',
    'No se usó ninguna: cuentan los valores guardados. Actualícelo en Excel antes de hacer el informe, o quite las conexiones.',
  ),
  'llamadas-dde': notice(
    'fórmulas que no llamen a otros programas',
    'No se llamó a ninguno. Pregunte quién las puso: así se esconden órdenes para el equipo de quien abre el libro.',
  ),
  'mas-avisos': notice('un libro con menos avisos', 'Atienda primero los que se muestran y revíselo de nuevo.'),

  // What is kept out, or read though not seen
  'hoja-desconocida': notice(
    'una de las hojas de la guía del libro',
    'No se tuvo en cuenta. Si debía leerse, corrija su nombre[; el más parecido es {cercanos}].',
  ),
  'columna-desconocida': notice(
    'una de las columnas de la guía del libro',
    'No se tuvo en cuenta. Si debía leerse, corrija su título[; el más parecido es {cercanos}].',
  ),
  'campo-desconocido': notice(
    'uno de los campos de la guía del libro',
    'No se tuvo en cuenta. Si debía leerse, corrija su nombre[; el más parecido es {cercanos}].',
  ),
  'hoja-oculta': notice('una hoja a la vista', 'Se leyó como las demás. Muéstrela, o bórrela si no debía contar.'),
  'fila-oculta': notice('una fila a la vista', 'Se leyó como las demás. Muéstrela, o bórrela si no debía contar.'),
  'columna-oculta': notice('una columna a la vista', 'Se leyó como las demás. Muéstrela, o bórrela si no debía contar.'),
  'celdas-combinadas': notice(
    'una celda para cada dato, sin combinar',
    'Solo cuenta la primera celda del bloque. Sepárelas y repita el valor donde corresponda.',
  ),

  // Prose
  'caracteres-invisibles': notice(
    'un texto sin caracteres invisibles',
    'Se leyó sin ellos (marcas que cambian el orden de las letras o que no ocupan lugar). Vuelva a escribir la celda.',
  ),
  'markdown-como-texto': notice(
    'un texto sin más que párrafos, listas, énfasis, enlaces y notas al pie',
    'Se imprime tal como está escrito. Quítelo si no es lo que quiere.',
  ),
  'enlace-como-texto': notice(
    'un enlace que empiece por http, https o mailto',
    'Se imprime tal como está escrito. Corrija la dirección del enlace.',
  ),
  'logros-vacios': notice(
    'el texto de sus logros, porque tiene meta en la vigencia',
    'El informe dirá solo lo calculado. Escriba los logros en la hoja Reportes.',
  ),

  'reporte-sin-meta': notice(
    'un reporte de un producto con meta',
    'El informe no lo imprime. Revise la meta del producto en Metas, o deje vacía la fila en Reportes.',
  ),

  // What the figures themselves ask to look at
  'sector-sin-productos': notice('un sector con productos', 'El sector no tendrá capítulo. Quítelo o revise el sector de los productos.'),
  'meta-sin-logro': notice(
    'un avance para la meta de la vigencia ({meta})',
    'Se cuenta como nada logrado. Escriba el avance, aunque sea 0.',
  ),
  'logro-sin-meta': notice('una meta para ese avance de la vigencia', 'Revise si falta la meta en {fila}.'),
  'cumplimiento-sobre-300': notice(
    'un cumplimiento de 300 % o menos',
    'Revise la meta ({meta}) y el avance: el cumplimiento se imprime completo.',
  ),
  'salto-del-logro': notice('un avance parecido al último del producto ({ultimo}, en {anio})', 'Revise que no falte ni sobre un dígito.'),
  'acumulado-sobre-meta-final': notice(
    'un acumulado que no pase de la meta final ({meta})',
    'Revise la meta final y los avances del producto.',
  ),
} as const satisfies Record<string, Wording>

export type FaultRule = keyof typeof wording

/** Every rule, in the order of the user guide. */
export const REGLAS = Object.keys(wording) as readonly FaultRule[]
