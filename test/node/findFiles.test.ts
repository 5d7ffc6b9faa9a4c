import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hides } from '../../server/src/lsp/sites/slicedFiles.ts';
import { fileFilter, findFiles, findFilesBelow, TooManyFiles } from '../../server/src/node/findFiles.ts';

let root: string;
beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-find-')));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const files = {
  '.gitignore': '_site/\n*.log\n!keep.log\n/only-top.md\n',
  '_news/a.md': '',
  '_news/b.log': '',
  '_news/keep.log': '',
  '_news/only-top.md': '',
  'only-top.md': '',
  '_site/_news/a.md': '',
  'drafts/.gitignore': '*.md\n!good.md\n',
  'drafts/bad.md': '',
  'drafts/good.md': '',
  'drafts/deep/bad.md': '',
  'node_modules/x/a.md': '',
  'assets/ünï code.jpg': '',
};

function write(given: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(given)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
}

const relative = (found: readonly string[]): string[] =>
  found.map(file => path.relative(root, file).split(path.sep).join('/')).sort();

test('files come in the order of their paths, whatever stands beside a folder', () => {
  write({
    'a/b.md': '',
    'a/b/c.md': '',
    'a/b-c.md': '',
    'a.md': '',
    'a-b.md': '',
    'ab/x.md': '',
    'Z.md': '',
    'é/x.md': '',
  });
  const found = findFiles(root, { gitignore: true });
  expect(found).toHaveLength(8);
  expect(found).toEqual([...found].sort());
});

describe('.gitignore', () => {
  test('excludes as git does, and files are told one by one as they are found', () => {
    write(files);
    execFileSync('git', ['init', '-q'], { cwd: root });
    const git = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
    const wanted = git
      .split('\0')
      .filter(name => name !== '' && !name.startsWith('node_modules/'))
      .sort();
    const found = relative(findFiles(root, { gitignore: true }));
    expect(found).toEqual(wanted);
    const isFound = fileFilter(root, { gitignore: true });
    expect(
      Object.keys(files)
        .filter(name => isFound(path.join(root, name)))
        .sort(),
    ).toEqual(wanted);
    for (const folder of ['_news', 'drafts', 'drafts/deep', '_site', 'node_modules', 'assets', 'none'])
      expect(relative(findFilesBelow(root, path.join(root, folder), { gitignore: true }))).toEqual(
        wanted.filter(name => name.startsWith(`${folder}/`)),
      );
  });

  test('counts in a folder of a repository, and hides a folder that is hidden itself', () => {
    write({ ...files, '.git/HEAD': '' });
    const inner = path.join(root, '_news');
    expect(relative(findFiles(inner, { gitignore: true }))).toEqual([
      '_news/a.md',
      '_news/keep.log',
      '_news/only-top.md',
    ]);
    const hidden = path.join(root, '_site');
    expect(findFiles(hidden, { gitignore: true })).toEqual([]);
    expect(fileFilter(hidden, { gitignore: true })(path.join(hidden, '_news/a.md'))).toBe(false);
  });

  test('counts not when it is not wanted', () => {
    write(files);
    expect(relative(findFiles(root, { gitignore: false }))).toEqual(
      Object.keys(files)
        .filter(name => !name.startsWith('node_modules/'))
        .sort(),
    );
  });
});

test('what the editor hides is passed over, with all below it', () => {
  write(files);
  const excludes = hides(['**/drafts', '_news/*.log', '**/*.jpg']);
  const found = relative(findFiles(root, { gitignore: false, excludes }));
  expect(found).toEqual(['.gitignore', '_news/a.md', '_news/only-top.md', '_site/_news/a.md', 'only-top.md']);
  const isFound = fileFilter(root, { gitignore: false, excludes });
  expect(
    Object.keys(files)
      .filter(name => isFound(path.join(root, name)))
      .sort(),
  ).toEqual(found);
});

test('links are not followed', () => {
  write({ 'a/x.md': '' });
  fs.symlinkSync(path.join(root, 'a'), path.join(root, 'b'));
  fs.symlinkSync(path.join(root, 'a/x.md'), path.join(root, 'c.md'));
  expect(relative(findFiles(root, { gitignore: false }))).toEqual(['a/x.md']);
});

test('more files than anyone wants read are given up', () => {
  write({ 'a.md': '', 'b.md': '', 'c/d.md': '' });
  expect(findFiles(root, { gitignore: false, most: 3 })).toHaveLength(3);
  expect(() => findFiles(root, { gitignore: false, most: 2 })).toThrow(TooManyFiles);
});
