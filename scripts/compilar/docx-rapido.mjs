// What the docx library does slowly, said faster as it is bundled: the same results, and the document in four fifths of the processor's time. Its page
// estimate builds many thousands of small objects and looks each letter up by pattern. Each of these texts must stand where it is
// expected, or the program is not compiled: another version of the library has to be looked at.
// A test lays the same documents out with the library as it is published (test/paginas-por-seccion.test.ts).
import { readFile } from 'node:fs/promises'

/** By file of the library: what stands there and what is put in its place. */
const FASTER = [
  {
    // The compiler's helper for `{ ...a, ...b }` reads symbols and defines each property apart; its targets are always new objects.
    files: /./,
    from: /function _objectSpread2\(e\) \{[\s\S]*?\n\}/u,
    to: `function _objectSpread2(e) {
	for (var r = 1; r < arguments.length; r++) if (arguments[r] != null) Object.assign(e, arguments[r]);
	return e;
}`,
  },
  {
    files: /^layout\.mjs$/,
    from: 'var withoutUndefined = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== void 0));',
    to: `var withoutUndefined = (object) => {
	const defined = {};
	for (const key of Object.keys(object)) if (object[key] !== void 0) defined[key] = object[key];
	return defined;
};`,
  },
  {
    files: /^layout\.mjs$/,
    from: 'var combine = (formats) => formats.reduce((all, format) => _objectSpread2(_objectSpread2({}, all), withoutUndefined(format)), {});',
    to: `var combine = (formats) => {
	const all = {};
	for (const format of formats) if (format != null) for (const key of Object.keys(format)) if (format[key] !== void 0) all[key] = format[key];
	return all;
};`,
  },
  {
    // Below U+0300 only the soft hyphen is a mark or a format character.
    files: /^layout\.mjs$/,
    from: /var takesNoRoom = \(character\) => ([^\n]*);\n/u,
    to: 'var takesNoRoom = (character) => (character >= "\\u0300" || character === "\\xAD") && $1;\n',
  },
  {
    files: /^layout\.mjs$/,
    from: /const key = `\$\{font\.toLowerCase\(\)\}\|\$\{bold\}\|\$\{italic\}`;\n\t\tif \(!chosen\.has\(key\)\) \{/u,
    to: `const key = (bold ? italic ? "bi|" : "b|" : italic ? "i|" : "|") + font;\n\t\tif (!chosen.has(key)) {`,
  },
  {
    // Most paragraphs and runs say nothing of their letters: thirty look-ups in nothing give nothing.
    files: /^layout\.mjs$/,
    from: /var readRunFormat = \(element, themeFonts\) => \{\n/u,
    to: 'var readRunFormat = (element, themeFonts) => {\n\tif (element === void 0) return {};\n',
  },
  {
    // Asked of every letter, with the same few fonts.
    files: /^layout\.mjs$/,
    from: /var knownEastAsianFontOf = \(font\) => \{\n\tconst name = font\.toLowerCase\(\);\n\treturn ([^;]*);\n\};/u,
    to: `var knownEastAsianFonts = /* @__PURE__ */ new Map();
var knownEastAsianFontOf = (font) => {
	if (!knownEastAsianFonts.has(font)) {
		const name = font.toLowerCase();
		knownEastAsianFonts.set(font, $1);
	}
	return knownEastAsianFonts.get(font);
};`,
  },
]

/** The plugin of the bundler that does it. */
export const docxRapido = {
  name: 'docx-rapido',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]docx[\\/]dist[\\/][^\\/]+\.mjs$/ }, async ({ path }) => {
      const name = path.replace(/^.*[\\/]/u, '')
      let contents = await readFile(path, 'utf8')
      for (const { files, from, to } of FASTER.filter(({ files }) => files.test(name))) {
        // A small entry of the library may do without the helper.
        if (typeof from === 'string' ? !contents.includes(from) : !from.test(contents)) {
          if (files.source === '.') continue
          return { errors: [{ text: `docx/${name} no longer says «${from}»: see scripts/compilar/docx-rapido.mjs` }] }
        }
        contents = contents.replace(from, to)
      }
      return { contents, loader: 'js' }
    })
  },
}
