// Expectations: read off psych/lib/psych/scalar_scanner.rb of Psych 4 and 5.
import { describe, expect, test } from 'vitest';
import { type Yaml11Type, yaml11Boolean, yaml11Type } from '../../server/src/core/article/yaml11.ts';

const types: Readonly<Record<Yaml11Type, readonly string[]>> = {
  null: ['', '~', 'null', 'NULL', 'Null'],
  boolean: ['yes', 'Yes', 'YES', 'no', 'No', 'true', 'True', 'false', 'on', 'On', 'off', 'OFF'],
  integer: ['0', '7', '-7', '+7', '59', '1_000', '1,000', '012', '0b101', '0x1F', '-0x1f', '0_7'],
  float: [
    '1.5',
    '-1.5',
    '+.5',
    '.5',
    '1.',
    '1.5e-3',
    '1.e+3',
    '1_000.5',
    '1,000.5',
    '.inf',
    '+.inf',
    '-.INF',
    '.nan',
    '.NaN',
  ],
  sexagesimal: ['190:20:30', '20:30', '1:30', '-1:30', '190:20:30.15', '21:00'],
  date: ['2022-05-11', '2022-5-1', '2024-02-29', '0050-01-01'],
  time: [
    '2022-05-11T21:00:00Z',
    '2022-05-11t21:00:00Z',
    '2022-05-11 21:00:00',
    '2022-05-11 21:00:00.5 +02:00',
    '2022-05-11T21:00:00-05:00',
    '2022-05-11T21:00:00+02',
  ],
  symbol: [':sym', ':a-b', '::', ':"a"'],
  string: [
    'y',
    'Y',
    'n',
    'yess',
    'nil',
    'nothing',
    '.',
    '-',
    '+',
    '1.2.3',
    '08:61',
    '0o14',
    '08',
    '1e3',
    '1.5e3',
    '-.',
    '+.',
    '-.nan',
    '1_',
    '12px',
    '2022-05',
    '2022-13-01',
    '2022-02-30',
    '2022-00-10',
    '2022-05-11T21:00Z',
    'a:b',
    'text',
    '0b2',
    '0xG',
    '1e',
    '$38.79',
    'PT13M34S',
  ],
};

describe.each(Object.entries(types))('%s', (type, sources) => {
  test.each(sources)('%j', source => {
    expect(yaml11Type(source)).toBe(type);
  });
});

test.each<[string, boolean | undefined]>([
  ['yes', true],
  ['ON', true],
  ['True', true],
  ['no', false],
  ['Off', false],
  ['false', false],
  ['y', undefined],
  ['n', undefined],
  ['yess', undefined],
  ['', undefined],
])('the boolean %j is %s', (word, value) => {
  expect(yaml11Boolean(word)).toBe(value);
});
