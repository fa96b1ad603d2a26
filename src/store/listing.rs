//! Long lists, page by page: by the place of the last row seen, never by counting rows.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{ExprTrait, Value},
};

/// How many rows a page holds.
pub const PAGE: u64 = 50;

/// Where a page begins, by the id of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position<I> {
    Start,
    After(I),
    Before(I),
}

/// Which end a list begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Rising,
    Falling,
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Slice<T, I> {
    pub rows: Vec<T>,
    /// Of the whole list, not of this page.
    pub total: u64,
    /// The page before ends before this row.
    pub previous: Option<I>,
    /// The next page begins after this row.
    pub next: Option<I>,
    /// The row that the page was to begin at is not there any more, or nothing beyond it: this is the first page.
    pub lost_position: bool,
}

impl<T, I> Slice<T, I> {
    /// The same page with other rows.
    pub fn map<U>(self, rows: impl FnMut(T) -> U) -> Slice<U, I> {
        let Self { rows: old, total, previous, next, lost_position } = self;
        Slice { rows: old.into_iter().map(rows).collect(), total, previous, next, lost_position }
    }
}

/// Lists whose newest rows come first: ids rise with time, so that they are the order.
impl<I: Copy + Into<Value>> Position<I> {
    /// One page, and one row more to know whether there is another.
    pub(super) fn newest<E: EntityTrait>(self, rows: Select<E>, id: impl ColumnTrait) -> Select<E> {
        let page = match self {
            Self::Start => rows.order_by_desc(id),
            Self::After(id_before) => rows.filter(id.lt(id_before)).order_by_desc(id),
            Self::Before(id_after) => rows.filter(id.gt(id_after)).order_by_asc(id),
        };
        page.limit(PAGE + 1)
    }

    /// What `page` finds here; on the first page where nothing is left here.
    pub(super) async fn newest_slice<T>(
        self,
        total: u64,
        id_of: impl Fn(&T) -> I,
        page: impl AsyncFn(Self) -> Result<Vec<T>, DbErr>,
    ) -> Result<Slice<T, I>, DbErr> {
        let mut bound = self.at(Some(Vec::<u8>::new()));
        let mut rows = page(self).await?;
        if rows.is_empty() && !matches!(bound, Bound::Start) {
            bound = Bound::Start;
            rows = page(Self::Start).await?;
        }
        Ok(bound.slice(rows, total, id_of, self))
    }
}

/// A row's place in a list: its sort key and, among equal ones, its id.
pub(super) type Place<I, K> = (K, I);

/// A position with the place it stands for. `K`: what the list is sorted by, which is most often a name's key.
pub(super) enum Bound<I, K = Vec<u8>> {
    Start,
    After(Place<I, K>),
    Before(Place<I, K>),
}

impl<I: Copy> Position<I> {
    /// The row whose place must be known.
    pub(super) fn id(self) -> Option<I> {
        match self {
            Self::Start => None,
            Self::After(id) | Self::Before(id) => Some(id),
        }
    }

    pub(super) fn at<K>(self, place: Option<K>) -> Bound<I, K> {
        match (self, place) {
            (Self::After(id), Some(key)) => Bound::After((key, id)),
            (Self::Before(id), Some(key)) => Bound::Before((key, id)),
            _ => Bound::Start,
        }
    }
}

impl<I: Copy + Into<Value>, K: Clone + Into<Value>> Bound<I, K> {
    /// One page, and one row more to know whether there is another.
    pub fn page<E: EntityTrait>(
        &self,
        list: Select<E>,
        key: impl ColumnTrait,
        id: impl ColumnTrait,
    ) -> Select<E> {
        self.page_in(Direction::Rising, list, key, id)
    }

    /// The same for a list that begins with the highest key: the newest first.
    pub fn page_of_newest<E: EntityTrait>(
        &self,
        list: Select<E>,
        key: impl ColumnTrait,
        id: impl ColumnTrait,
    ) -> Select<E> {
        self.page_in(Direction::Falling, list, key, id)
    }

    fn page_in<E: EntityTrait>(
        &self,
        direction: Direction,
        list: Select<E>,
        key: impl ColumnTrait,
        id: impl ColumnTrait,
    ) -> Select<E> {
        let is_rising = (direction == Direction::Rising) != matches!(self, Self::Before(_));
        let list = match self {
            Self::Start => list,
            Self::After((last_key, last_id)) | Self::Before((last_key, last_id)) => {
                let (last_key, last_id) = (last_key.clone(), *last_id);
                let among_equals = key.eq(last_key.clone());
                list.filter(if is_rising {
                    Condition::any().add(key.gt(last_key)).add(among_equals.and(id.gt(last_id)))
                } else {
                    Condition::any().add(key.lt(last_key)).add(among_equals.and(id.lt(last_id)))
                })
            }
        };
        let list = if is_rising {
            list.order_by_asc(key).order_by_asc(id)
        } else {
            list.order_by_desc(key).order_by_desc(id)
        };
        list.limit(PAGE + 1)
    }

    /// The same for a list that stands in the order of its ids, which is that of time.
    pub fn page_by_id<E: EntityTrait>(&self, list: Select<E>, id: impl ColumnTrait) -> Select<E> {
        let list = match self {
            Self::Start => list.order_by_asc(id),
            Self::After((_, last_id)) => list.filter(id.gt(*last_id)).order_by_asc(id),
            Self::Before((_, first_id)) => list.filter(id.lt(*first_id)).order_by_desc(id),
        };
        list.limit(PAGE + 1)
    }

    /// The rows of a page; those of the first page where nothing is left on this one, since an empty page would have no
    /// row to lead on or back.
    pub async fn rows<T>(
        &mut self,
        page: impl AsyncFn(&Self) -> Result<Vec<T>, DbErr>,
    ) -> Result<Vec<T>, DbErr> {
        let rows = page(self).await?;
        if !rows.is_empty() || matches!(self, Self::Start) {
            return Ok(rows);
        }
        *self = Self::Start;
        page(self).await
    }

    /// What came back, in the order of the list.
    pub fn slice<T>(
        &self,
        mut rows: Vec<T>,
        total: u64,
        id_of: impl Fn(&T) -> I,
        position: Position<I>,
    ) -> Slice<T, I> {
        let full = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let more = rows.len() > full;
        rows.truncate(full);
        let backwards = matches!(self, Self::Before(_));
        if backwards {
            rows.reverse();
        }
        let has_previous = if backwards { more } else { matches!(self, Self::After(_)) };
        let has_next = backwards || more;
        Slice {
            previous: rows.first().filter(|_| has_previous).map(&id_of),
            next: rows.last().filter(|_| has_next).map(&id_of),
            total,
            lost_position: position.id().is_some() && matches!(self, Self::Start),
            rows,
        }
    }
}
