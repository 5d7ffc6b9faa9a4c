import { useContext, useState } from 'preact/hooks';
import type { Picture } from '../../../../server/src/core/preview/previewModel.ts';
import { PageContext } from './context.ts';
import { Icon } from './Icon.tsx';
import { t } from './texts.ts';

interface CoverProps {
  readonly picture: Picture | undefined;
  /** Of the article, for those who do not see the picture. */
  readonly title: string;
  /** Says its size below it. */
  readonly withSize?: boolean | undefined;
}

/** A picture of an article, or what stands in its place: never the browser's sign of a broken one. */
export function Cover({ picture, title, withSize }: CoverProps) {
  const { files, loadsRemote } = useContext(PageContext);
  const source = sourceOf(picture, files, loadsRemote);
  return <LoadedCover key={source ?? picture?.url} {...{ picture, title, withSize, source }} />;
}

function LoadedCover({ picture, title, withSize, source }: CoverProps & { readonly source: string | undefined }) {
  const [isBroken, setBroken] = useState(false);
  const [real, setReal] = useState<{ width: number; height: number }>();
  const shows = source !== undefined && !isBroken;
  const label = shows ? undefined : placeholder(picture, isBroken);
  const size = withSize ? sizeText(picture, real) : undefined;
  return (
    <figure class={shows ? 'cover' : 'cover empty'}>
      <div class="frame">
        {shows ? (
          <img
            src={source}
            alt={t('pictureOf', title)}
            referrerpolicy="no-referrer"
            loading="lazy"
            draggable={false}
            onError={() => setBroken(true)}
            onLoad={event =>
              setReal({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })
            }
          />
        ) : (
          <span class="placeholder">
            <Icon name="picture" />
            <span>{label}</span>
          </span>
        )}
      </div>
      {size && <figcaption class={size.isWrong ? 'size wrong' : 'size'}>{size.text}</figcaption>}
    </figure>
  );
}

/** A small mark of a publisher; nothing where it has none that can be shown. */
export function Logo({ picture }: { readonly picture: Picture | undefined }) {
  const { files, loadsRemote } = useContext(PageContext);
  const source = sourceOf(picture, files, loadsRemote);
  const [broken, setBroken] = useState<string>();
  if (source === undefined || broken === source) return null;
  return (
    <img
      class="logo"
      src={source}
      alt=""
      width={20}
      height={20}
      referrerpolicy="no-referrer"
      draggable={false}
      onError={() => setBroken(source)}
    />
  );
}

function sourceOf(picture: Picture | undefined, files: Readonly<Record<string, string>>, loadsRemote: boolean) {
  if (picture?.at === 'file') return picture.path === undefined ? undefined : files[picture.path];
  return picture?.at === 'remote' && loadsRemote ? picture.url : undefined;
}

function placeholder(picture: Picture | undefined, isBroken: boolean): string {
  if (!picture || picture.at === 'invalid') return t('noPicture');
  if (isBroken) return t('pictureBroken');
  return t(picture.at === 'remote' ? 'pictureHeld' : 'pictureMissing');
}

function sizeText(
  picture: Picture | undefined,
  real: { readonly width: number; readonly height: number } | undefined,
): { readonly text: string; readonly isWrong: boolean } | undefined {
  const { width, height } = picture ?? {};
  if (width === undefined || height === undefined)
    return real && { text: t('realSize', real.width, real.height), isWrong: false };
  if (!real) return { text: t('declaredSize', width, height), isWrong: false };
  if (real.width === width && real.height === height) return { text: t('realSize', width, height), isWrong: false };
  return { text: t('otherSize', width, height, real.width, real.height), isWrong: true };
}
